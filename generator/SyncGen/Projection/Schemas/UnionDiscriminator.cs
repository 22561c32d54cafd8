using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>How the value of a discriminator is read: as the kind of JSON value that it is, or in quotes where those are forgiven.</summary>
/// <param name="OtherToken">The condition that there is no such value.</param>
/// <param name="Read">The expression that reads it, where the condition does not; or null.</param>
/// <param name="Subject">What the values are told by.</param>
internal sealed record UnionDiscriminator(DiscriminatorKind Kind, string OtherToken, string? Read, string Subject)
{
    public static UnionDiscriminator Of(Discriminator? discriminator, Leniency lenient) => (discriminator?.Kind, lenient.HasFlag(Leniency.Quotes)) switch
    {
        (DiscriminatorKind.Integer, false) => new(DiscriminatorKind.Integer, "!JsonPeek.TryInteger(ref peek, out var kind)", null, "kind"),
        (DiscriminatorKind.Integer, true) => new(DiscriminatorKind.Integer, "!JsonPeek.TryQuotedInteger(ref peek, out var kind)", null, "kind"),
        (DiscriminatorKind.Boolean, false) => OfText(DiscriminatorKind.Boolean, "peek.TokenType is not (JsonTokenType.True or JsonTokenType.False)"),
        (DiscriminatorKind.Boolean, true) => OfText(DiscriminatorKind.Boolean, "peek.TokenType is not (JsonTokenType.True or JsonTokenType.False or JsonTokenType.String)"),
        _ => OfText(DiscriminatorKind.Text, "peek.TokenType != JsonTokenType.String"),
    };

    /// <summary>The pattern of the values with this text.</summary>
    public string PatternOf(string value) =>
        Kind == DiscriminatorKind.Integer ? value : $"{Literal.Utf8Length(value)} when kind.SequenceEqual({Literal.Utf8(value)})";

    private static UnionDiscriminator OfText(DiscriminatorKind kind, string otherToken) => new(kind, otherToken, "JsonRead.Text(ref peek)", "kind.Length");
}
