namespace Platform.Petitions.Webhooks;

/// <summary>What endpoints can hear of. They name ids and numbers only: who signed is read with a key.</summary>
public static class WebhookEvents
{
    public const string SignaturesConfirmed = "signatures.confirmed";

    /// <summary>Sent by a button, to try an endpoint.</summary>
    public const string Test = "webhook.test";

    public static IReadOnlyList<string> All { get; } = ["campaign.published", "campaign.milestone", "campaign.closed", "campaign.outcome", "campaign.update_published", SignaturesConfirmed];
}
