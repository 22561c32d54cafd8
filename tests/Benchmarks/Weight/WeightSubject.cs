using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;

namespace SyncGen.Benchmarks.Weight;

/// <summary>A generator's code for one contract, in a project of its own.</summary>
/// <param name="Name">The line in the table.</param>
/// <param name="Folder">Where the projects are made.</param>
/// <param name="Generate">The command that writes the code.</param>
/// <param name="CommandFolder">Where that command runs.</param>
/// <param name="Packages">What the code needs.</param>
/// <param name="Program">A program that asks for its balance and prints the currency; the address stands as ADDRESS.</param>
internal sealed record WeightSubject(string Name, string Folder, string Generate, string CommandFolder, string[] Packages, string Program)
{
    private const string KiotaVersion = "2.1.6";

    private const string Settings = """
        <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <RunAnalyzers>false</RunAnalyzers>
            <ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally>
            <UseArtifactsOutput>false</UseArtifactsOutput>
            <NoWarn>CS0618;CS1591;IL2026;IL3050;IL2104;IL3053</NoWarn>
        """;

    public static WeightSubject SyncGen(string root, string folder, string contract, string inline)
    {
        var tool = Path.Combine(root, "artifacts", "bin", "SyncGen", "release", "SyncGen.dll");
        return new WeightSubject(
            $"SyncGen, inline {inline}",
            folder,
            $"dotnet {tool} generate {contract} --root {Path.GetDirectoryName(contract)} --output {folder}/code --namespace Api --name Sample --emit models,client --inline {inline} --force",
            root,
            [],
            """
            using var http = new System.Net.Http.HttpClient();
            var client = new Api.SampleClient(http, new Api.SampleClientOptions { BaseAddress = new System.Uri("ADDRESS"), BearerAuth = "key" });
            System.Console.WriteLine((await client.GetBalanceAsync()).Available[0].Currency);
            """);
    }

    public static WeightSubject Kiota(string root, string folder, string contract) =>
        new(
            "Kiota 1.38.0",
            folder,
            $"dotnet tool restore >/dev/null && dotnet kiota generate -l CSharp -d {contract} -o {folder}/code -n Api -c ApiClient --clean-output --ll Error",
            Path.Combine(root, "tests", "Benchmarks", "Weight"),
            ["Abstractions", "Http.HttpClientLibrary", "Serialization.Json", "Serialization.Form", "Serialization.Multipart", "Serialization.Text"],
            """
            var adapter = new Microsoft.Kiota.Http.HttpClientLibrary.HttpClientRequestAdapter(new Microsoft.Kiota.Abstractions.Authentication.AnonymousAuthenticationProvider());
            var client = new Api.ApiClient(adapter);
            adapter.BaseUrl = "ADDRESS";
            System.Console.WriteLine((await client.V1.Balance.GetAsync(new Api.V1.Balance.BalanceGetRequestBody()))!.Available![0].Currency);
            """);

    /// <summary>Generates the code and builds it.</summary>
    public Weight Weigh()
    {
        Shell(CommandFolder, Generate);
        var files = Directory.GetFiles(Path.Combine(Folder, "code"), "*.cs", SearchOption.AllDirectories);
        Write("library", "<OutputType>Library</OutputType>", "");
        Shell(Path.Combine(Folder, "library"), "dotnet restore -v quiet --nologo");
        var times = Shell(Path.Combine(Folder, "library"), "TIMEFORMAT='%U %S'; time dotnet build --no-restore -c Release -v quiet --nologo -nodeReuse:false -p:UseSharedCompilation=false").Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
        return new Weight(
            files.Length,
            files.Sum(file => File.ReadLines(file).Count()),
            times.Split(' ').Sum(time => double.Parse(time, CultureInfo.InvariantCulture)),
            new FileInfo(Path.Combine(Folder, "library", "bin", "Release", "net10.0", "Api.dll")).Length);
    }

    /// <summary>Publishes the program, trimmed and native.</summary>
    /// <returns>Its path.</returns>
    public string PublishProgram(string address)
    {
        Write("program", "<OutputType>Exe</OutputType><PublishAot>true</PublishAot><InvariantGlobalization>true</InvariantGlobalization>", Program.Replace("ADDRESS", address, StringComparison.Ordinal));
        Shell(Path.Combine(Folder, "program"), "dotnet publish -c Release -v quiet --nologo --use-current-runtime -o out");
        return Path.Combine(Folder, "program", "out", "Api");
    }

    private void Write(string project, string output, string program)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, project)).FullName;
        var packages = string.Concat(Packages.Select(package => $"<PackageReference Include=\"Microsoft.Kiota.{package}\" Version=\"{KiotaVersion}\" />"));
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Directory.Packages.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Api.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                {Settings}
                {output}
              </PropertyGroup>
              <ItemGroup>
                <Compile Include="../code/**/*.cs" />
                {packages}
              </ItemGroup>
            </Project>
            """);
        if (program.Length > 0)
            File.WriteAllText(Path.Combine(folder, "Program.cs"), program);
    }

    private static string Shell(string folder, string command)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", command]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output + error.Result : throw new InvalidOperationException($"'{command}' failed:\n{output}{error.Result}");
    }
}
