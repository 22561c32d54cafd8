namespace SyncGen.Runtime;

using System;
using System.Globalization;
using Microsoft.Extensions.Configuration;

/// <summary>Reads the options of a client from configuration, key by key and so without reflection. An absent key changes nothing.</summary>
internal static class ClientConfiguration
{
    /// <summary>Reads what the options of every client have.</summary>
    public static void Read(IConfiguration configuration, ApiClientOptions options)
    {
        if (ReadText(configuration, nameof(options.BaseAddress)) is { } address)
            options.BaseAddress = Uri.TryCreate(address, UriKind.Absolute, out var url) ? url : throw Unusable(nameof(options.BaseAddress), "an absolute address");
        if (ReadText(configuration, nameof(options.Timeout)) is { } time)
            options.Timeout = TimeSpan.TryParse(time, CultureInfo.InvariantCulture, out var timeout) ? timeout : throw Unusable(nameof(options.Timeout), "a time such as 00:01:30");
        if (ReadText(configuration, nameof(options.ValidatesRequests)) is { } flag)
            options.ValidatesRequests = bool.TryParse(flag, out var validates) ? validates : throw Unusable(nameof(options.ValidatesRequests), "true or false");
        options.MaxResponseBytes = Number(configuration, nameof(options.MaxResponseBytes)) ?? options.MaxResponseBytes;
        options.MaxErrorBodyBytes = Number(configuration, nameof(options.MaxErrorBodyBytes)) ?? options.MaxErrorBodyBytes;
    }

    /// <summary>Reads a secret, or <c>UserName</c> and <c>Password</c> below its key; null when there is neither.</summary>
    public static Credential? ReadCredential(IConfiguration configuration, string key)
    {
        var section = configuration.GetSection(key);
        if (section.Value is { Length: > 0 } secret)
            return new Credential(secret);
        return section["UserName"] is { } userName && section["Password"] is { } password ? Credential.Basic(userName, password) : null;
    }

    /// <summary>Reads a value by its text; null when the key is absent or empty.</summary>
    public static T? ReadChoice<T>(IConfiguration configuration, string key, ReadOnlySpan<(string Text, T Value)> choices)
        where T : struct
    {
        if (ReadText(configuration, key) is not { } text)
            return null;
        foreach (var choice in choices)
        {
            if (choice.Text.Equals(text, StringComparison.OrdinalIgnoreCase))
                return choice.Value;
        }

        throw Unusable(key, "one of its listed values");
    }

    private static int? Number(IConfiguration configuration, string key)
    {
        if (ReadText(configuration, key) is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Unusable(key, "a number of bytes");
    }

    /// <summary>Reads a text; null when the key is absent or empty.</summary>
    public static string? ReadText(IConfiguration configuration, string key) => configuration[key] is { Length: > 0 } text ? text : null;

    private static InvalidOperationException Unusable(string key, string expected) => new($"The client's configuration '{key}' must be {expected}.");
}
