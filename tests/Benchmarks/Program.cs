using System.Text;
using System.Text.Json;
using Golden;

var text = """{"next_batch":"s1","events":[{"a":1}],"rooms":[{"room_id":"!a","timeline":{"events":[1,2.0,1e2],"limited":true,"prev_batch":"p"}}]}""";
var value = JsonSerializer.Deserialize<GetSyncResponse>(Encoding.UTF8.GetBytes(text));
Console.WriteLine(JsonSerializer.Serialize(value));
