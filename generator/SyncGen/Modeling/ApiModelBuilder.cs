using SyncGen.Diagnostics;
using SyncGen.Documents;
using SyncGen.Linking;

namespace SyncGen.Modeling;

/// <summary>Stage 3: reads Swagger 2.0, OpenAPI 3.0 to 3.2 and JSON Schema into one model.</summary>
internal static class ApiModelBuilder
{
    /// <param name="operations">Patterns of the operations that are wanted, with the schemas they reach; empty for all that the contracts say.</param>
    /// <param name="budget">How much code the contract may make.</param>
    public static ApiModel Build(Contract contract, ImmutableArray<string> operations, OutputBudget budget, DiagnosticBag diagnostics)
    {
        var choice = new OperationChoice(operations);
        var reader = new ContractReader(contract, diagnostics);
        var entries = ReadDialects(contract, reader, diagnostics);
        var shaper = new SchemaShaper(reader, new SchemaReader(reader));
        var schemas = new SchemaTable(shaper, (parts, span) => budget.Spend(parts, span, diagnostics));
        var security = new SecurityReader(reader);
        var servers = new ServerReader(reader);
        var paths = new PathReader(reader, schemas, security, servers, choice, (parts, span) => budget.Spend(parts, span, diagnostics));
        foreach (var (document, dialect) in entries)
        {
            SchemaDialects.Check(Location.RootOf(document), "jsonSchemaDialect", reader);
            if (dialect != Dialect.JsonSchema)
                security.ReadSchemes(Location.RootOf(document), dialect);
            if (!choice.IsAll && dialect != Dialect.JsonSchema)
                continue;
            foreach (var declared in DeclaredSchemas.Of(document, contract))
            {
                if (declared.Pointer.Segments is [.., ""])
                    reader.Report(ModelingRules.SchemaWithoutName, declared.Node.Span);
                schemas.Reach(declared);
            }
        }
        var documents = ImmutableArray.CreateBuilder<ApiDocument>();
        var chosen = ImmutableArray.CreateBuilder<Operation>();
        var webhooks = ImmutableArray.CreateBuilder<Operation>();
        foreach (var (document, dialect) in entries)
        {
            var root = Location.RootOf(document);
            documents.Add(EntryReader.Read(reader, servers, root, dialect));
            if (dialect == Dialect.JsonSchema)
                continue;
            var entry = EntryReader.ReadEntry(reader, security, root, dialect, documents.Count - 1);
            chosen.AddRange(paths.ReadPaths(entry));
            webhooks.AddRange(paths.ReadWebhooks(entry));
        }
        choice.ReportUnmatched(diagnostics, contract.Entries[0].Root.Span);
        schemas.Complete();
        KeywordChecker.Check(entries, reader);
        reader.Keywords.Report();
        var shaped = DiscriminatedCases.OwnTheirProperties(DiscriminatedCases.PassOnValues(SelfReferences.Break(schemas.ToImmutable(), reader)));
        var finished = DefaultChecker.Check(shaped, reader);
        var settled = RequiredDirections.Settle(MergePatches.Settle(EventSchemas.Settle(new ApiModel(
            documents.ToImmutable(),
            OperationConflicts.Settle(chosen.ToImmutable(), documents, reader),
            webhooks.ToImmutable(),
            security.Schemes,
            finished,
            [.. contract.Documents.Keys.Order(StringComparer.Ordinal)]))));
        return DiscriminatedChecks.Settle(settled, shaper);
    }

    private static ImmutableArray<(Document Document, Dialect Dialect)> ReadDialects(Contract contract, ContractReader reader, DiagnosticBag diagnostics)
    {
        var entries = ImmutableArray.CreateBuilder<(Document, Dialect)>();
        foreach (var document in contract.Entries)
        {
            if (DialectReader.ReadEntry(document, diagnostics) is not { } dialect)
                continue;
            reader.SetDialect(document, dialect);
            entries.Add((document, dialect));
        }
        return entries.DrainToImmutable();
    }
}
