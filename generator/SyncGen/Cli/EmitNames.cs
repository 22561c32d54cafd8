namespace SyncGen.Cli;

/// <summary>The words for what can be generated.</summary>
internal static class EmitNames
{
    /// <summary>What is generated when nobody says otherwise.</summary>
    public const EmitKinds Default = EmitKinds.Models | EmitKinds.Client | EmitKinds.Server;

    /// <summary>In the order that help and messages list them.</summary>
    public static ImmutableArray<string> All { get; } = ["models", "client", "server", "endpoints", "di", "fakes", "contract", "openapi", "webhooks", "webhook-receivers", "webhook-senders"];

    public static EmitKinds? TryParse(string name) => name switch
    {
        "models" => EmitKinds.Models,
        "client" => EmitKinds.Client,
        "server" => EmitKinds.Server,
        "endpoints" => EmitKinds.Endpoints,
        "di" => EmitKinds.DependencyInjection,
        "fakes" => EmitKinds.Fakes,
        "contract" => EmitKinds.Contract,
        "openapi" => EmitKinds.OpenApi,
        "webhooks" => EmitKinds.WebhookReceivers | EmitKinds.WebhookSenders,
        "webhook-receivers" => EmitKinds.WebhookReceivers,
        "webhook-senders" => EmitKinds.WebhookSenders,
        _ => null,
    };

    /// <summary>Adds what the asked for kinds cannot do without.</summary>
    public static EmitKinds Close(EmitKinds kinds)
    {
        if ((kinds & (EmitKinds.DependencyInjection | EmitKinds.Fakes)) != 0 && !kinds.HasFlag(EmitKinds.WebhookSenders))
            kinds |= EmitKinds.Client;
        if (kinds.HasFlag(EmitKinds.OpenApi))
            kinds |= EmitKinds.Contract;
        return kinds | EmitKinds.Models;
    }
}
