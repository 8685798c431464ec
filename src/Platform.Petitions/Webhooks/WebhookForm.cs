namespace Platform.Petitions.Webhooks;

public sealed class WebhookForm
{
    public string? Url { get; set; }

    public List<string> Events { get; set; } = [];

    internal IReadOnlyList<string> Chosen => [.. WebhookEvents.All.Where(Events.Contains)];

    internal static WebhookForm Of(WebhookEndpoint endpoint) => new() { Url = endpoint.Url, Events = [.. endpoint.Events] };
}
