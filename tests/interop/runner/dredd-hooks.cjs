// dredd sends no API keys by itself.
const hooks = require("hooks");

hooks.beforeEach(transaction => {
    transaction.fullPath += `${transaction.fullPath.includes("?") ? "&" : "?"}access_token=secret-of-the-test`;
});
