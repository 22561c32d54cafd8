using MatrixApi;

namespace Conversation;

/// <summary>Collects messages until each of the others has been heard, once and with its own words.</summary>
internal sealed class Listener(string user, IEnumerable<string> others)
{
    private readonly HashSet<string> _awaited = [.. others];
    private readonly HashSet<string> _heard = [];

    public bool HasHeardAll => _awaited.IsSubsetOf(_heard);

    public static string GreetingOf(string speaker) => $"Hello from {speaker}";

    public void Hear(IEnumerable<ClientEventWithoutRoomId> events)
    {
        foreach (var message in events.Where(message => message.Type == "m.room.message"))
        {
            var speaker = message.Sender[1..].Split(':')[0];
            if (speaker == user)
                continue;
            var text = message.Content.GetProperty("body").GetString();
            Expect.That(text == GreetingOf(speaker), $"{speaker} says who it is, not '{text}'.");
            Expect.That(_heard.Add(speaker), $"{speaker} is heard once.");
            Console.WriteLine($"{user} received \"{text}\"");
        }
    }
}
