// Writes the classes that NSwag makes of a contract: CONTRACT OUTPUT NAMESPACE LIBRARY. Tests and benchmarks call it while they are built.
using NJsonSchema.CodeGeneration.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;

var document = await OpenApiDocument.FromFileAsync(args[0]);
var settings = new CSharpClientGeneratorSettings { GenerateClientClasses = false };
settings.CSharpGeneratorSettings.Namespace = args[2];
settings.CSharpGeneratorSettings.JsonLibrary = Enum.Parse<CSharpJsonLibrary>(args[3]);
settings.CSharpGeneratorSettings.GenerateNullableReferenceTypes = true;
await File.WriteAllTextAsync(args[1], new CSharpClientGenerator(document, settings).GenerateFile());
