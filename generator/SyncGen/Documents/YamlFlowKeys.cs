namespace SyncGen.Documents;

/// <summary>
/// Works around YamlDotNet's reading a plain name in braces on over the line where its colon stands (YAML 1.2, 7.4.2: <c>{a</c>, then
/// <c>: b}</c>). A comment ends the name and means nothing.
/// </summary>
internal static class YamlFlowKeys
{
    public static YamlRepair? Repair(YamlFailure failure)
    {
        var start = failure.StartOf(failure.Line);
        if (!failure.IsInFlowMapping || failure.LineAt(start).TrimStart(" \t") is not [':', ..])
            return null;
        var nameEnd = failure.Text.AsSpan(0, start).TrimEnd(" \t\r\n").Length;
        // Behind a comment the name has ended already.
        return nameEnd == 0 || failure.Text.AsSpan(0, nameEnd).EndsWith(" #") ? null : new YamlRepair(failure.Text.Insert(nameEnd, " #"));
    }
}
