using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SyncGen.ForeignServers;

/// <summary>Writes what the author of a server writes: a handler and a controller for each API, whose every operation asks <c>Foreign.Answers</c>.</summary>
internal static class HandlerSource
{
    public const string Namespace = "Foreign.Servers";

    private const string Answers = """
        #nullable enable
        namespace Foreign
        {
            public static class Answers
            {
                public static System.Func<System.Type, string, object?[], object>? Handler { get; set; }

                public static System.Threading.Tasks.Task<T> Give<T>(System.Type handler, string method, params object?[] arguments) =>
                    System.Threading.Tasks.Task.FromResult((T)Handler!(handler, method, arguments));
            }
        }
        """;

    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The compilation with the handlers of these contracts.</summary>
    public static CSharpCompilation AddTo(CSharpCompilation compilation, IEnumerable<string> namespaces)
    {
        var source = new StringBuilder(Answers).Append('\n').Append("namespace ").Append(Namespace).Append("\n{\n");
        foreach (var name in namespaces)
        {
            var types = NamespaceOf(compilation, name)?.GetTypeMembers() ?? [];
            foreach (var handler in types.Where(type => type.TypeKind == TypeKind.Interface && type.Name.EndsWith("Handler", StringComparison.Ordinal) && type.GetMembers().Any()))
                Write(source, name, handler, handler.Name[1..], "");
            foreach (var controller in types.Where(type => type.IsAbstract && type.BaseType?.Name == "ControllerBase"))
                Write(source, name, controller, controller.Name[..^"Base".Length], "override ");
        }

        var options = (CSharpParseOptions)compilation.SyntaxTrees[0].Options;
        return compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source.Append("}\n").ToString(), options.WithDocumentationMode(DocumentationMode.None), "Handlers.cs", Encoding.UTF8));
    }

    /// <summary>The class over a handler or controller of the generated code.</summary>
    public static string NameOf(string contract, string type) => $"{contract}_{type}";

    private static void Write(StringBuilder source, string contract, INamedTypeSymbol type, string name, string modifier)
    {
        source.Append($"    public sealed class {NameOf(contract, name)} : {type.ToDisplayString(Full)}\n    {{\n");
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(method => method.IsAbstract && method.MethodKind == MethodKind.Ordinary))
        {
            var parameters = string.Join(", ", method.Parameters.Select(parameter => $"{parameter.Type.ToDisplayString(Full)} @{parameter.Name}"));
            var arguments = string.Concat(method.Parameters.Select(parameter => $", @{parameter.Name}"));
            var result = ((INamedTypeSymbol)method.ReturnType).TypeArguments[0].ToDisplayString(Full);
            source.Append($"        public {modifier}{method.ReturnType.ToDisplayString(Full)} {method.Name}({parameters}) => global::Foreign.Answers.Give<{result}>(typeof({type.ToDisplayString(Full)}), nameof({method.Name}){arguments});\n");
        }

        source.Append("    }\n");
    }

    private static INamespaceSymbol? NamespaceOf(Compilation compilation, string name) =>
        compilation.GlobalNamespace.GetNamespaceMembers().FirstOrDefault(member => member.Name == name);
}
