namespace SyncGen.Runtime;

using System;
using System.ComponentModel;
using System.Globalization;

/// <summary>Makes credentials from text, so that options can be bound from configuration.</summary>
public sealed class CredentialConverter : TypeConverter
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    /// <inheritdoc/>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string secret ? new Credential(secret) : base.ConvertFrom(context, culture, value);
}
