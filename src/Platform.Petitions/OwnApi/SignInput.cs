using Platform.Petitions.Signing;

namespace Platform.Petitions.OwnApi;

/// <summary>What somebody signed elsewhere.</summary>
public sealed class SignInput
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    /// <summary>ISO 3166, two letters.</summary>
    public string? Country { get; set; }

    public string? Postcode { get; set; }

    public string? Reason { get; set; }

    /// <summary>The person chose to be shown.</summary>
    public bool ShowName { get; set; }

    /// <summary>The person asked for updates, beside the very words that the petition's form has.</summary>
    public bool WantsUpdates { get; set; }

    /// <summary>Must be true: the person read the petition, wants to sign it, and knows that a mail comes to confirm it.</summary>
    public bool Consent { get; set; }

    /// <summary>Where the petition asks for a statement: the person made it.</summary>
    public bool Eligible { get; set; }

    /// <summary>Of the words that were read, and of the mails.</summary>
    public string? Language { get; set; }

    /// <summary>Where the person came from: letters, digits, hyphens.</summary>
    public string? Source { get; set; }

    internal SignForm Form() => new()
    {
        Name = Name, Email = Email, Country = Country, Postcode = Postcode, Reason = Reason, ShowName = ShowName, WantsUpdates = WantsUpdates, Eligible = Eligible, Lang = Language, From = Source,
    };
}

/// <param name="State">mailSent: the person counts once the mail is answered. The same for whoever signed before.</param>
public sealed record SignReceipt(string State);
