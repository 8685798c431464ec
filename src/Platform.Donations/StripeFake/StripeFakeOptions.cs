namespace Platform.Donations.StripeFake;

/// <summary>Section <c>Donations:StripeFake</c>: gifts without Stripe, for development and tests. What it knows is in memory and is lost with the process.</summary>
public sealed record StripeFakeOptions
{
    /// <summary>By default in development. Production does not start with it.</summary>
    public bool? Enabled { get; init; }
}
