namespace SyncGen.Runtime.Json;
