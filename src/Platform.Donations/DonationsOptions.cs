namespace Platform.Donations;

/// <summary>Section <c>Donations</c>. <c>Donations:Enabled</c> is read by the host, which otherwise does not take the module at all.</summary>
public sealed record DonationsOptions
{
    /// <summary>Where Stripe's API answers.</summary>
    public Uri StripeAddress { get; init; } = new("https://api.stripe.com");

    /// <summary>The platform's own secret key, for organisations that are connected and for gifts to the platform. Without one, organisations bring keys of their own.</summary>
    public string? SecretKey { get; init; }

    /// <summary>What Stripe signs its webhooks with: one secret for each endpoint that was made there.</summary>
    public string[] WebhookSecrets { get; init; } = [];

    /// <summary>Pay pages that one network may begin in ten minutes.</summary>
    public int GiftsPerNetwork { get; init; } = 30;

    /// <summary>Hosts of Stripe's pages that our forms may lead to.</summary>
    public string[] PayHosts { get; init; } = ["https://checkout.stripe.com", "https://connect.stripe.com", "https://billing.stripe.com"];

    /// <summary>How long a page waits for Stripe before it asks the giver to try again.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(8);

    /// <exception cref="InvalidOperationException">A setting cannot be meant.</exception>
    public DonationsOptions Checked() => this switch
    {
        { StripeAddress: { IsAbsoluteUri: false } or { Scheme: not ("http" or "https") } } => throw new InvalidOperationException("Donations:StripeAddress must be an absolute http or https address."),
        { SecretKey: { Length: > 0 } key } when !key.StartsWith("sk_", StringComparison.Ordinal) && !key.StartsWith("rk_", StringComparison.Ordinal)
            => throw new InvalidOperationException("Donations:SecretKey is no key of Stripe's: they begin with sk_ or rk_."),
        { WebhookSecrets: var secrets } when secrets.Any(secret => !secret.StartsWith("whsec_", StringComparison.Ordinal))
            => throw new InvalidOperationException("Donations:WebhookSecrets must begin with whsec_, as Stripe shows them."),
        { Patience: { Ticks: <= 0 } or { TotalSeconds: > 9 } } => throw new InvalidOperationException("Donations:Patience is between one moment and nine seconds: a giver hears within ten."),
        _ => this,
    };
}
