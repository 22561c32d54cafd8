// Preloaded by a server that would listen on every interface: it listens on 127.0.0.1 alone.
const { Server } = require("node:net");
const listen = Server.prototype.listen;

Server.prototype.listen = function (...args) {
  if (typeof args[0] === "number" || (typeof args[0] === "string" && /^\d+$/.test(args[0]))) {
    const rest = args.slice(1).filter((argument) => typeof argument === "function");
    return listen.call(this, Number(args[0]), "127.0.0.1", ...rest);
  }
  return listen.apply(this, args);
};
