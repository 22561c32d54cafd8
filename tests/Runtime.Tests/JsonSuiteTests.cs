using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace SyncGen.Runtime.Tests;

/// <summary>The files of JSONTestSuite, which lie beside the project, as free-form JSON: what must be read (y_) is, what must not (n_) is refused, the others (i_) do no harm.</summary>
public sealed class JsonSuiteTests
{
    /// <summary>Reading is strict: a name that comes twice is an error.</summary>
    private static readonly string[] Duplicates = ["y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"];

    [Fact]
    public void Values_as_JsonElement_are_read_or_refused_as_the_suite_says() => AssertRight(utf8 => JsonFormat<JsonElement>.Of<JsonAny>().Read(utf8));

    [Fact]
    public void Values_as_RawJson_are_read_or_refused_as_the_suite_says() => AssertRight(utf8 => JsonFormat<RawJson>.Of<JsonRaw>().Read(utf8));

    private static void AssertRight(Action<byte[]> read)
    {
        var suite = Path.GetFullPath(Path.Combine(ThisFolder(), "..", "..", "..", "shared", "corpus", "json-parsing", "test_parsing"));
        Assert.SkipUnless(Directory.Exists(suite), "JSONTestSuite lies beside the project in ../shared/corpus/json-parsing, which is not there.");
        var files = Directory.GetFiles(suite, "*.json");
        Assert.Equal(318, files.Length);
        Assert.Empty(files.Where(file => !IsRight(file, read)).Select(file => Path.GetFileName(file)));
    }

    private static bool IsRight(string file, Action<byte[]> read)
    {
        var name = Path.GetFileName(file);
        var isRead = IsRead(File.ReadAllBytes(file), read);
        return name[0] switch
        {
            'y' => isRead != Duplicates.Contains(name),
            'n' => !isRead,
            _ => true,
        };
    }

    private static bool IsRead(byte[] utf8, Action<byte[]> read)
    {
        try
        {
            read(utf8);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string ThisFolder([CallerFilePath] string thisFile = "") => Path.GetDirectoryName(thisFile)!;
}
