using System.Diagnostics;
using System.Text.Json;

namespace SyncGen.Forms;

/// <summary>A parser of forms that nobody here wrote, which many servers in Node.js use. It is installed by npm, once for a build.</summary>
internal static class Busboy
{
    private static readonly Lazy<string?> Problem = new(Install);

    /// <summary>Reads a form; the test is skipped where there is no Node.js.</summary>
    public static async Task<IReadOnlyList<BusboyPart>> ReadAsync(RecordedForm form, CancellationToken cancellationToken)
    {
        if (Problem.Value is { } problem)
            Assert.Skip($"busboy is not asked: {problem}");
        using var node = Start("node", "judge.mjs", form.ContentType);
        await node.StandardInput.BaseStream.WriteAsync(form.Body, cancellationToken);
        node.StandardInput.Close();
        var output = await node.StandardOutput.ReadToEndAsync(cancellationToken);
        Assert.Equal("", await node.StandardError.ReadToEndAsync(cancellationToken));
        return JsonSerializer.Deserialize<List<BusboyPart>>(output, JsonSerializerOptions.Web)!;
    }

    private static string? Install()
    {
        try
        {
            using var node = Start("node", "--version");
            node.WaitForExit();
            if (Directory.Exists(Path.Combine(AppContext.BaseDirectory, "node_modules", "busboy")))
                return null;
            using var npm = OperatingSystem.IsWindows() ? Start("cmd", "/c", "npm", "ci", "--ignore-scripts") : Start("npm", "ci", "--ignore-scripts");
            var error = npm.StandardError.ReadToEnd();
            npm.WaitForExit();
            return npm.ExitCode == 0 ? null : $"npm ci failed: {error}";
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            return $"Node.js with npm is not on PATH ({exception.Message}).";
        }
    }

    private static Process Start(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = AppContext.BaseDirectory,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}

/// <summary>A part as busboy reads it.</summary>
internal sealed record BusboyPart(string Name, string? FileName, string Type, string Value);
