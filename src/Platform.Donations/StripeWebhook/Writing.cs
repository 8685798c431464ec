namespace Platform.Donations.StripeWebhook;

/// <summary>Writes down what Stripe has answered. Runs in a transaction that holds up the organisation's other events, so it asks Stripe nothing.</summary>
public delegate Task<StripeEventOutcome> Writing(CancellationToken ct);
