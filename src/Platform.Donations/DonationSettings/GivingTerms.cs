namespace Platform.Donations.DonationSettings;

/// <summary>What stands first on the giving page, in one language.</summary>
public sealed class GivingPurpose
{
    public string Language { get; set; } = "";

    public string Recipient { get; set; } = "";

    public string Purpose { get; set; } = "";
}

/// <summary>What may be given in one currency; all amounts in its smallest unit.</summary>
public sealed class CurrencyTerms
{
    /// <summary>Three small letters.</summary>
    public string Currency { get; set; } = "";

    public long[] Suggested { get; set; } = [];

    public long Minimum { get; set; }

    public long Maximum { get; set; }

    /// <summary>A refund above it needs a second person.</summary>
    public long SecondPersonAbove { get; set; }
}
