using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Decides the options that choose the variables of the server's address.</summary>
internal static class ServerOptions
{
    public const string Address = "ServerAddress";

    /// <param name="options">The class of the options.</param>
    /// <param name="taken">The names of its other members.</param>
    public static ImmutableArray<ServerOption> Of(ApiAddresses addresses, string apiName, string options, IEnumerable<string> taken, NameTable table, DiagnosticBag diagnostics)
    {
        var variables = addresses.Variables;
        var members = new MemberNames(options).Avoid([Address, .. taken]);
        var names = members.Of([.. variables.Select(variable => (variable.Name, (string?)$"server {variable.Name}", variable.Span))], "Server", diagnostics);
        return [.. variables.Zip(names, (variable, name) => OptionOf(variable, name, apiName, members, table, diagnostics))];
    }

    /// <summary>The enums of the variables that have listed values.</summary>
    public static IEnumerable<Declaration> ChoicesOf(ApiAddresses addresses, ImmutableArray<ServerOption> options) => addresses.Variables
        .Zip(options)
        .Where(pair => !pair.Second.IsText)
        .Select(pair => new ServerChoice(
            Files.NameOf("Client", pair.Second.Type),
            DocComment.Of(null, $"The values that '{pair.First.Name}' can have in the server's address."),
            pair.Second.Type,
            pair.Second.Values));

    /// <summary>The address as an interpolated text; null when it has no variables.</summary>
    public static string? AddressOf(ApiAddresses addresses, ImmutableArray<ServerOption> options)
    {
        if (options.IsEmpty)
            return null;
        var pieces = addresses.Template.Split('{', '}').Select((piece, index) => index % 2 == 0 ? Literal.Text(piece)[1..^1] : $"{{{TextOf(piece)}}}");
        return $"$\"{string.Concat(pieces)}\"";

        string TextOf(string variable) => addresses.Variables.Zip(options).First(pair => pair.First.Name == variable).Second.TextName;
    }

    private static ServerOption OptionOf(ServerVariable variable, string name, string apiName, MemberNames members, NameTable table, DiagnosticBag diagnostics)
    {
        var documentation = DocComment.Of(variable.Description, $"What stands for '{variable.Name}' in the server's address.");
        if (variable.Values.IsEmpty)
            return new ServerOption(documentation, name, "string", Literal.Text(variable.Default), name, []);
        var type = table.Add($"the values of {variable.Name}", "server variable " + variable.Name, apiName + name, $"{apiName}{name}Value");
        var texts = variable.Values;
        var values = new MemberNames(type).Of([.. texts.Select(text => (text, (string?)null, variable.Span))], "Value", diagnostics);
        return new ServerOption(
            documentation,
            name,
            type,
            $"{type}.{values[texts.IndexOf(variable.Default)]}",
            members.Add(name + "Text"),
            [.. texts.Zip(values, (text, value) => new ServerValue(DocComment.Of(null, $"The value '{text}'."), value, Literal.Text(text)))]);
    }
}
