using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.WebUtilities;
using Platform.Core.Text;

namespace Platform.Petitions.Signing;

/// <summary>What a signer fills in. Nothing else is asked.</summary>
public sealed class SignForm : IValidatableObject
{
    public const int LongestReason = 1000;

    private (string? Typed, EmailAddress? Address) read;

    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Country { get; set; }

    public string? Postcode { get; set; }

    public string? Reason { get; set; }

    /// <summary>Unticked by default: a signature is a political opinion.</summary>
    public bool ShowName { get; set; }

    /// <summary>Unticked by default, and never needed to sign.</summary>
    public bool WantsUpdates { get; set; }

    /// <summary>Where the campaign asks for a statement: it was ticked.</summary>
    public bool Eligible { get; set; }

    /// <summary>Language of the page that was read.</summary>
    public string? Lang { get; set; }

    /// <summary>Version of the wording that was read.</summary>
    public int Wording { get; set; }

    /// <summary>Source code from the link the signer followed.</summary>
    public string? From { get; set; }

    /// <summary>When and for which campaign the form was made, signed.</summary>
    public string? Stamp { get; set; }

    /// <summary>People do not see this field; programs fill it.</summary>
    public string? Website { get; set; }

    /// <summary>Under attack: the calculation the browser did.</summary>
    public string? Proof { get; set; }

    /// <summary>"review" shows what was typed once more before signing.</summary>
    public string? Step { get; set; }

    /// <summary>The secret of the co-sponsor link the form was opened by; the address says it, a field cannot.</summary>
    [BindNever, ValidateNever]
    public string? Key { get; set; }

    /// <summary>The address as it was understood, read once however often it is asked for; null when it cannot be one.</summary>
    [BindNever, ValidateNever]
    public EmailAddress? Address
    {
        get
        {
            if (read.Typed is null || !ReferenceEquals(read.Typed, Email))
            {
                read = (Email, EmailAddress.Parse(Email));
            }

            return read.Address;
        }
    }

    [BindNever, ValidateNever]
    public SignSetting Setting { get; set; } = SignSetting.None;

    /// <summary>Brings everything into the form it is kept in.</summary>
    public void Clean()
    {
        Name = CleanText.SingleLine(Name);
        Email = CleanText.SingleLine(Email).Replace(" ", "", StringComparison.Ordinal);
        Country = CleanText.SingleLine(Country).ToUpperInvariant();
        Postcode = Postcodes.Clean(CleanText.SingleLine(Postcode));
        Reason = CleanText.MultiLine(Reason);
        From = CleanSource(From);
    }

    /// <summary>The page was read before the attack began, so it has no field for the calculation: the form is shown again with it, and all that was typed.</summary>
    public bool IsOlderThanChallenge(GateCampaign campaign, DateTimeOffset now) => Proof is null && campaign.IsChallenged(now);

    /// <summary>The campaign asks for a statement that was not made: the person is told so before anything is kept.</summary>
    public bool LacksStatement(GateCampaign campaign) => campaign.Eligibility is not null && !Eligible;

    public static string? CleanSource(string? from) =>
        from is { Length: > 0 and <= 40 } && from.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? from : null;

    /// <summary>The page is the same bytes for everybody, so the source code of the link that led there comes with the Referer.</summary>
    public static string? SourceOfReferer(string? referer) =>
        referer is { Length: > 0 } && referer.Contains("from=", StringComparison.Ordinal) && Uri.TryCreate(referer, UriKind.Absolute, out var page)
            && QueryHelpers.ParseQuery(page.Query).TryGetValue("from", out var from)
            ? CleanSource(from)
            : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Problems();

    /// <summary>Cleans, then names each field that cannot stay as it is.</summary>
    public IEnumerable<ValidationResult> Problems()
    {
        Clean();
        if (NameProblem(Name!) is { } name)
        {
            yield return new ValidationResult(name, [nameof(Name)]);
        }

        if (Address is null)
        {
            yield return new ValidationResult(Email!.Length == 0 ? "signing.email-missing" : "error.email", [nameof(Email)]);
        }

        if (Country!.Length > 0 && !Countries.IsKnown(Country))
        {
            yield return new ValidationResult("signing.country-unknown", [nameof(Country)]);
        }

        if (Postcode!.Length > 20)
        {
            yield return new ValidationResult("signing.postcode-long", [nameof(Postcode)]);
        }
        else if (Postcodes.ExampleInstead(Country, Postcode) is { } example)
        {
            yield return new ValidationResult($"signing.postcode-other?example={Uri.EscapeDataString($"\u2066{example}\u2069")}", [nameof(Postcode)]);
        }

        if (CleanText.Length(Reason) > LongestReason)
        {
            yield return new ValidationResult($"error.too-long?max={LongestReason}", [nameof(Reason)]);
        }
    }

    /// <returns>The key of what is wrong with a name, or null. Shared with correcting a name later.</returns>
    public static string? NameProblem(string name) => name switch
    {
        "" => "signing.name-missing",
        _ when CleanText.Length(name) > 100 => "error.too-long?max=100",
        _ when CleanText.StartsLikeFormula(name) => "error.formula",
        _ when CleanText.ContainsUrl(name) => "error.url",
        _ when CleanText.ContainsMarkup(name) => "error.markup",
        _ when !name.Any(char.IsLetter) => "signing.name-letters",
        _ => null,
    };

    /// <summary>Two spellings of one name are one person.</summary>
    public static string NameKey(string name) => CleanText.SingleLine(name).ToUpperInvariant();
}

/// <summary>What the campaign asks and says around the form.</summary>
public sealed record SignSetting(string Action, string Organisation, bool AsksPostcode, bool PublicNames, string? Country, string PrivacyLink)
{
    /// <summary>Where the form gets its calculation from; null when none is asked for.</summary>
    public string? Challenge { get; init; }

    /// <summary>What the form asks to say, in <see cref="Language"/>; null asks nothing.</summary>
    public string? Eligibility { get; init; }

    public string Language { get; init; } = "";

    /// <summary>Where the answer opens; null for the same window. In a frame on another site it is a window of its own.</summary>
    public string? Target { get; init; }

    public static SignSetting None { get; } = new("", "", false, true, null, "/about/privacy");
}
