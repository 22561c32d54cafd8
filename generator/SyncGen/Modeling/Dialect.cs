namespace SyncGen.Modeling;

/// <summary>The language a document is written in. Its keywords mean the same in all; what is allowed differs.</summary>
internal enum Dialect
{
    Swagger20,
    OpenApi30,
    OpenApi31,
    JsonSchema,
}
