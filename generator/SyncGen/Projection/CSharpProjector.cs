using System.Collections.Frozen;
using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Stage 4: decides names, types, order and escaping of the C#.</summary>
internal static class CSharpProjector
{
    /// <param name="namespace">The namespace of the generated code.</param>
    /// <param name="lent">The types that other targets make.</param>
    /// <param name="outerRuntime">The runtime where it stands elsewhere; null for one in the output.</param>
    /// <param name="name">The API's name.</param>
    /// <param name="contract">The contract itself, where servers serve it.</param>
    public static CSharpModel Project(
        ApiModel api,
        string @namespace,
        LentTypes lent,
        OuterRuntime? outerRuntime,
        string? name,
        EmitKinds emit,
        CodeStyle style,
        ContractText? contract,
        DiagnosticBag diagnostics)
    {
        SelfReferences.Refuse(api.Schemas);
        api = LentBases.Settle(OpenObjects.Settle(UserShapes.Settle(api, style, diagnostics), style.Unknown), lent);
        var operationNames = OperationNames.Of(api, diagnostics);
        var names = TypeNames.Build(api, operationNames, lent, style, diagnostics);
        var namespaces = new ApiNamespace(@namespace, lent.Lenders.Select(type => KeyValuePair.Create(names.Of[type.Key], type.Value.Namespace)).Distinct().ToFrozenDictionary(StringComparer.Ordinal));
        var oneWay = OneWaySchemas.Of(api);
        var checks = CheckNames.Of(api, names);
        var users = UserTypes.Of(style, names);
        users.Report(api, diagnostics);
        var types = TypeMapper.Map(api, names, checks, users, oneWay, style);
        var constraints = new Constraints(api, types, style, diagnostics);
        TextFormats.Report(api, types, style, diagnostics);
        NumberRanges.Report(api, types, diagnostics);
        var enums = new EnumMembers(api, names, diagnostics);
        var models = SchemaProjector.Project(api, names, checks, types, oneWay, enums, constraints, style, namespaces, diagnostics);
        var projector = new OperationProjector(names, types, new DefaultValue(api, types, enums, _ => null), constraints, namespaces, style, diagnostics);
        var operations = projector.Project(api, operationNames, name, emit).And(Webhooks.Project(projector, api, operationNames, name, emit, diagnostics));
        if (JsonContextProjector.Project(models, users.UsedIn(api), OperationGroups.ApiName(api, name), names.Table) is { } context)
            models = models.Add(context);
        var taken = lent.TakenFrom(models, api, names, checks, diagnostics);
        models = models.RemoveRange(taken.Select(declaration => declaration.Ours));
        var hasModels = emit.HasFlag(EmitKinds.Models);
        var served = contract is null ? [] : ServerContracts.Of(contract, OperationGroups.ApiName(api, name), emit, names.Table);
        var declarations = operations.Declarations
            .AddRange(hasModels ? models : [])
            .AddRange(served)
            .AddRange(RuntimePackages.Of(outerRuntime, emit))
            .OrderBy(declaration => declaration.FileName, StringComparer.Ordinal)
            .ThenBy(declaration => declaration is JsonCheck)
            .ToImmutableArray();
        // The JSON code goes with the models, so that clients and servers can be generated into projects of their own.
        var runtime = outerRuntime is not null ? [] : RuntimeFiles.Closure([.. RuntimeFiles.RootsOf(models), .. operations.Codecs.SelectMany(RuntimeFiles.RootsOf), .. operations.RuntimeRoots, .. RuntimeFiles.RootsOf(served)])
            .RemoveAll(file => !hasModels && !file.Contains('/', StringComparison.Ordinal));
        return new CSharpModel(
            @namespace,
            outerRuntime?.Namespace ?? $"{@namespace}.Runtime",
            declarations,
            runtime,
            users.Aliases.Concat(taken.Select(declaration => KeyValuePair.Create(declaration.Name, declaration.FullName))).ToFrozenDictionary(StringComparer.Ordinal),
            models.Select(DeclaredType.InJson).OfType<string>().ToFrozenSet(StringComparer.Ordinal),
            api.Schemas.Where(schema => schema.IsDeprecated).Select(schema => names.Of.GetValueOrDefault(schema.Id)).OfType<string>().ToFrozenSet(StringComparer.Ordinal),
            taken,
            names.Declared.Where(schema => !lent.Contains(schema.Id)).ToFrozenDictionary(schema => schema.Id, schema => names.Of[schema.Id]),
            new ContractIndex(operations.Entries, SchemaIndex.Of(api, names, lent, types), api.Files, FilesOf(declarations, runtime)));
    }

    private static ImmutableArray<string> FilesOf(ImmutableArray<Declaration> declarations, ImmutableArray<string> runtime) =>
    [
        .. declarations
            .Select(declaration => declaration.FileName)
            .Distinct(StringComparer.Ordinal)
            .Concat(runtime.Select(file => $"Runtime/{Path.GetFileNameWithoutExtension(file)}.g.cs"))
            .Order(StringComparer.Ordinal),
    ];
}
