namespace SyncGen.Projection;

/// <summary>What the members of an object are on the wire, each by its path: <c>range[from]</c>, and with <c>[]</c> for a name those that are not declared.</summary>
internal sealed class MemberLayout
{
    private const string Literal = "LiteralMembers";
    private const string List = "ListMembers";
    private const string Object = "ObjectMembers";
    private const string Text = "TextMembers";
    private const string NumberOrText = "NumberOrTextMembers";
    private const string BooleanOrText = "BooleanOrTextMembers";

    private static readonly string[] All = [Literal, List, Object, Text, NumberOrText, BooleanOrText];

    private readonly Dictionary<string, List<string>> _places = All.ToDictionary(setting => setting, _ => new List<string>(), StringComparer.Ordinal);

    /// <summary>How many members have members.</summary>
    public int Objects => _places[Object].Count;

    public void AddLiteral(string path) => Add(Literal, path);

    public void AddList(string path) => Add(List, path);

    public void AddObject(string path) => Add(Object, path);

    /// <summary>A member that is a text and nothing else.</summary>
    public void AddText(string path)
    {
        if (KindsOf(path).Length == 0)
            Add(Text, path);
    }

    /// <summary>A member that is a text, unless it looks like something else that it may be.</summary>
    public void AddTextOr(string path, bool number, bool boolean)
    {
        if (number)
            Add(NumberOrText, path);
        if (boolean)
            Add(BooleanOrText, path);
    }

    /// <summary>The settings of what is read in one way.</summary>
    public IEnumerable<string> Settings
    {
        get
        {
            // A text is what a member is of which nothing is said, unless more is said of those that are not declared.
            var texts = _places[Text].Where(path => KindsOf(OthersOf(path)) is { Length: > 0 } others && others != Text).ToList();
            return All.Select(setting => (setting, Paths: setting == Text ? texts : _places[setting])).Where(entry => entry.Paths.Count > 0).Select(entry => TextBinding.NamesSetting(entry.setting, entry.Paths));
        }
    }

    /// <summary>The settings of what is read in one of several ways: what they share, and what each has beside it.</summary>
    public static IEnumerable<string> SettingsOf(ImmutableArray<MemberLayout> readings)
    {
        var ordered = readings.OrderBy(reading => reading.Rank).ToImmutableArray();
        var shared = new MemberLayout();
        foreach (var setting in All.Where(setting => setting != Text))
            shared._places[setting].AddRange(ordered[0]._places[setting].Where(path => ordered.All(reading => reading.KindsOf(path) == ordered[0].KindsOf(path))));
        var own = ordered.SelectMany((reading, index) => All.SelectMany(setting => reading._places[setting].Except(shared._places[setting]).Select(path => $"{index} {setting} {path}")));
        return [.. shared.Settings, TextBinding.NamesSetting("Readings", own)];
    }

    /// <summary>Both together, where no member would be two things; null otherwise.</summary>
    public MemberLayout? UnitedWith(MemberLayout other)
    {
        if (Differs(other) || other.Differs(this))
            return null;
        var united = new MemberLayout();
        foreach (var setting in All)
            united._places[setting].AddRange(_places[setting].Union(other._places[setting]));
        return united;
    }

    public bool IsSame(MemberLayout other) => All.All(setting => _places[setting].ToHashSet(StringComparer.Ordinal).SetEquals(other._places[setting]));

    /// <summary>Numbers, booleans and members are what they look like, before texts are; a single text is no list where it need not be one.</summary>
    private int Rank => _places[Text].Count + (2 * _places[List].Count);

    private bool Differs(MemberLayout other) => All.SelectMany(setting => _places[setting]).Any(path => other.KindsAt(path) is { Length: > 0 } kinds && kinds != KindsOf(path));

    private string KindsAt(string path) => KindsOf(path) is { Length: > 0 } own ? own : KindsOf(OthersOf(path));

    private string KindsOf(string path) => string.Join(' ', All.Where(setting => _places[setting].Contains(path)));

    /// <summary>The path of what is not declared beside a member.</summary>
    private static string OthersOf(string path) => $"{(path.EndsWith(']') ? path[..path.LastIndexOf('[')] : "")}[]";

    private void Add(string setting, string path)
    {
        if (!_places[setting].Contains(path))
            _places[setting].Add(path);
    }
}
