namespace SyncGen.Runtime;

using System;
using System.ComponentModel;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

/// <summary>A secret that a client sends to prove who it is: fixed, or fetched anew for each request. Its text never shows the secret.</summary>
[TypeConverter(typeof(CredentialConverter))]
public sealed class Credential
{
    private readonly Func<CancellationToken, ValueTask<string?>> _provider;

    /// <summary>A secret that does not change.</summary>
    /// <param name="secret">The API key or token as the server expects it, without a scheme such as "Bearer".</param>
    public Credential(string secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(secret);
        _provider = _ => ValueTask.FromResult<string?>(secret);
    }

    /// <summary>A secret that is asked for before each request.</summary>
    /// <param name="provider">Gives the current secret, or null to send the request without it.</param>
    public Credential(Func<CancellationToken, ValueTask<string?>> provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        _provider = provider;
    }

    /// <summary>A secret that does not change.</summary>
    /// <param name="secret">The API key or token as the server expects it.</param>
    public static implicit operator Credential(string secret) => FromString(secret);

    /// <summary>A secret that does not change.</summary>
    /// <param name="secret">The API key or token as the server expects it.</param>
    /// <returns>The credential.</returns>
    public static Credential FromString(string secret) => new(secret);

    /// <summary>A user name and a password for HTTP's basic authentication.</summary>
    /// <param name="userName">The name, which cannot hold a colon.</param>
    /// <param name="password">The password.</param>
    /// <returns>The credential.</returns>
    public static Credential Basic(string userName, string password)
    {
        ArgumentNullException.ThrowIfNull(userName);
        ArgumentNullException.ThrowIfNull(password);
        if (userName.Contains(':', StringComparison.Ordinal))
            throw new ArgumentException("A user name cannot hold a colon.", nameof(userName));
        return new Credential(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{userName}:{password}")));
    }

    /// <summary>The secret to send now.</summary>
    /// <param name="cancellationToken">Cancels the question.</param>
    /// <returns>Null to send the request without it.</returns>
    public ValueTask<string?> GetAsync(CancellationToken cancellationToken) => _provider(cancellationToken);

    /// <inheritdoc/>
    public override string ToString() => nameof(Credential);
}
