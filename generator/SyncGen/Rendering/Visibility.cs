using System.Text.RegularExpressions;

namespace SyncGen.Rendering;

/// <summary>Who can use the types of a file.</summary>
internal static partial class Visibility
{
    /// <summary>The file as it is, or with its types internal. Templates begin the line of a type with its modifiers.</summary>
    public static string Of(string text, bool isInternal) => isInternal ? PublicType().Replace(text, "internal ") : text;

    [GeneratedRegex("^public (?=(?:[a-z]+ )*(?:class|struct|record|interface|enum|delegate) )", RegexOptions.Multiline)]
    private static partial Regex PublicType();
}
