using System.Globalization;
using SyncGen.Documents;

namespace SyncGen.Bundling;

/// <summary>A part that a bundle holds under a name.</summary>
/// <param name="Section">The mapping it stands in.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Location">Where it comes from.</param>
/// <param name="Place">What it is.</param>
internal sealed record Component(JsonPointer Section, string Name, Location Location, BundlePlace Place);

/// <summary>
/// The named parts of a bundle. A part keeps the name it has; one that comes from another file is named by the last segment of its
/// pointer or its file, and by the folders before it where that name is taken.
/// </summary>
internal sealed class ComponentTable(ImmutableArray<(JsonPointer Section, BundlePlace Place)> sections)
{
    private readonly Dictionary<(JsonPointer Section, string File, JsonPointer Pointer), Component> _byOrigin = [];
    private readonly HashSet<(JsonPointer Section, string Name)> _names = [];
    private readonly List<Component> _all = [];

    /// <summary>In the order they were found; it grows while they are copied.</summary>
    public IReadOnlyList<Component> All => _all;

    /// <summary>Adds a part that a contract names itself.</summary>
    public void AddOwn(JsonPointer section, string name, Location location, BundlePlace place) =>
        Add(section, location, place, NamesOf(location).Prepend(name));

    /// <summary>The text of a reference to a part, which is added when it is new; null where the dialect cannot name such a part.</summary>
    public string? ReferTo(Location location, BundlePlace place)
    {
        var isHeader = place.Role == BundleRole.Header;
        var candidates = sections.Where(pair => pair.Place.Kind == place.Kind && (pair.Place.Role == BundleRole.Header) == isHeader);
        if (candidates.Select(pair => (JsonPointer?)pair.Section).FirstOrDefault() is not { } section)
            return null;
        var component = _byOrigin.GetValueOrDefault((section, location.Document.File.Path, location.Pointer))
            ?? Add(section, location, place, NamesOf(location));
        return "#" + section.Child(component.Name).Text;
    }

    private Component Add(JsonPointer section, Location location, BundlePlace place, IEnumerable<string> names)
    {
        var name = names.First(name => _names.Add((section, name)));
        var component = new Component(section, name, location, place);
        _byOrigin.TryAdd((section, location.Document.File.Path, location.Pointer), component);
        _all.Add(component);
        return component;
    }

    /// <summary>Names from the plainest to ones with every folder, then numbered.</summary>
    private static IEnumerable<string> NamesOf(Location location)
    {
        var path = location.Document.File.Path;
        var folders = path.Split('/');
        folders[^1] = Path.GetFileNameWithoutExtension(folders[^1]);
        var segments = location.Pointer.Segments;
        var name = segments.IsEmpty ? "" : Clean(segments[^1]);
        if (name.Length > 0)
            yield return name;
        foreach (var folder in folders.Reverse().Select(Clean).Where(folder => folder.Trim('.').Length > 0))
        {
            name = name.Length == 0 ? folder : $"{folder}_{name}";
            yield return name;
        }

        for (var number = 2; ; number++)
            yield return string.Create(CultureInfo.InvariantCulture, $"{name}_{number}");
    }

    /// <summary>Names of components are letters, digits, '.', '-' and '_'.</summary>
    private static string Clean(string text) =>
        string.Concat(text.Select(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_' ? character : '_'));
}
