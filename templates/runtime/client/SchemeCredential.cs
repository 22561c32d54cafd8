namespace SyncGen.Runtime;

using System.Runtime.CompilerServices;

/// <summary>Where a credential travels.</summary>
internal enum CredentialPlace
{
    Query,
    Header,
    Cookie,
    Authorization,
}

/// <summary>The credential of a security scheme and where it travels.</summary>
/// <param name="Place">Where it travels.</param>
/// <param name="Name">The query key, header or cookie, or the scheme in the Authorization header.</param>
/// <param name="Credential">The user's credential, or null when the user gave none.</param>
/// <param name="Option">The property of the options that holds it, by whose name the client has it too.</param>
internal readonly record struct SchemeCredential(CredentialPlace Place, string Name, Credential? Credential, [CallerMemberName] string Option = "");
