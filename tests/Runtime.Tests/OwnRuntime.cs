// The generated models look here for the runtime first; the global usings give them the one of templates/.
namespace Matrix.ClientServer.V2Alpha.Runtime.Json;
