using System.Globalization;
using System.Text;
using SyncGen.Documents;

namespace SyncGen.Bundling;

/// <summary>Writes nodes as YAML in block style. Text that could be read as anything else is quoted as in JSON, which YAML reads too.</summary>
internal static class YamlNodeWriter
{
    public static string Write(Node node)
    {
        var yaml = new StringBuilder();
        Write(yaml, node, indent: 0);
        return yaml.ToString().TrimStart('\n');
    }

    /// <summary>Writes what follows a name or a dash, with the space before it and the line end after it.</summary>
    private static void Write(StringBuilder yaml, Node node, int indent)
    {
        switch (node)
        {
            case MappingNode { Members.IsEmpty: false } mapping:
                yaml.Append('\n');
                foreach (var member in mapping.Members)
                {
                    yaml.Append(' ', indent).Append(Quote(member.Name)).Append(':');
                    Write(yaml, member.Value, indent + 2);
                }

                break;
            case SequenceNode { Items.IsEmpty: false } sequence:
                yaml.Append('\n');
                foreach (var item in sequence.Items)
                {
                    yaml.Append(' ', indent).Append('-');
                    WriteItem(yaml, item, indent + 2);
                }

                break;
            case ScalarNode { Kind: ScalarKind.String } text when IsBlock(text.Text):
                WriteBlock(yaml, text.Text, indent);
                break;
            default:
                yaml.Append(' ').Append(TextOf(node)).Append('\n');
                break;
        }
    }

    /// <summary>The first member of a mapping stands beside the dash.</summary>
    private static void WriteItem(StringBuilder yaml, Node item, int indent)
    {
        if (item is not MappingNode { Members.IsEmpty: false })
        {
            Write(yaml, item, indent);
            return;
        }

        var start = yaml.Length;
        Write(yaml, item, indent);
        yaml.Remove(start, 1 + indent).Insert(start, ' ');
    }

    /// <summary>Text of several lines, as it is; a sign says that the last line has no end.</summary>
    private static void WriteBlock(StringBuilder yaml, string text, int indent)
    {
        var isOpen = text[^1] != '\n';
        yaml.Append(isOpen ? " |-\n" : " |\n");
        foreach (var line in (isOpen ? text : text[..^1]).Split('\n'))
            yaml.Append(' ', line.Length == 0 ? 0 : indent).Append(line).Append('\n');
    }

    private static string TextOf(Node node) => node switch
    {
        MappingNode => "{}",
        SequenceNode => "[]",
        ScalarNode { Kind: ScalarKind.String } text => Quote(text.Text),
        _ => ((ScalarNode)node).Text,
    };

    private static string Quote(string text)
    {
        if (IsPlain(text))
            return text;
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' or '\\' => quoted.Append('\\').Append(character),
                '\n' => quoted.Append("\\n"),
                _ when IsVisible(character) => quoted.Append(character),
                _ => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>Whether the text can stand in a block without an indicator: plain characters, no blank edges.</summary>
    private static bool IsBlock(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal) || text[0] is '\n' or ' ' || text.EndsWith("\n\n", StringComparison.Ordinal))
            return false;
        return text.All(character => character == '\n' || IsVisible(character));
    }

    /// <summary>No control, no line end of Unicode, no byte order mark.</summary>
    private static bool IsVisible(char character) =>
        character is (>= ' ' and < '\u007F') or (>= '\u00A0' and < '\u2028') or (> '\u2029' and < '\uFEFF') or (> '\uFEFF' and < '\uFFFE');

    /// <summary>Letters with spaces between them and no word that YAML 1.1 or 1.2 gives another meaning.</summary>
    private static bool IsPlain(string text)
    {
        if (text.Length == 0 || !(char.IsAsciiLetter(text[0]) || text[0] is '/' or '_' or '$') || text[^1] == ' ')
            return false;
        var isSimple = text.All(character => char.IsAsciiLetterOrDigit(character) || character is ' ' or '_' or '-' or '.' or '/' or '(' or ')' or '+' or ';' or '=' or '$' or ',' or '\'');
        return isSimple && text.ToUpperInvariant() is not ("Y" or "N" or "YES" or "NO" or "ON" or "OFF" or "TRUE" or "FALSE" or "NULL");
    }
}
