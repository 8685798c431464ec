using Platform.Testing.Hosts;

namespace Platform.Donations.Tests.Giving;

/// <summary>A platform from which Stripe cannot be reached.</summary>
public sealed class SilentStripe : TestHost
{
    protected override Dictionary<string, string?> Settings => new()
    {
        ["Donations:StripeAddress"] = "http://127.0.0.1:1",
        ["Donations:StripeFake:Enabled"] = "false",
    };
}
