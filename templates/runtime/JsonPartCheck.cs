namespace SyncGen.Runtime.Json;

using System;

/// <summary>A check of one kind of value, which lets values of other kinds be.</summary>
/// <param name="test">What it asks.</param>
/// <param name="depth">How many levels it looks into.</param>
/// <param name="problem">What it says of a value that it refuses.</param>
internal sealed class JsonPartCheck(Func<JsonTree, int, bool?> test, int depth, string problem) : JsonCheck
{
    internal override int Depth => depth;

    internal override bool? Test(JsonTree tree, int node, JsonMarks? seen) => test(tree, node);

    internal override (int Node, string Problem) Find(JsonTree tree, int node) => (node, problem);
}
