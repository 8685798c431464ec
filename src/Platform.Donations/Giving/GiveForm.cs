using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Platform.Core.Text;
using Platform.Donations.DonationSettings;

namespace Platform.Donations.Giving;

/// <summary>What a giver fills in. Account and recipient are never in it, and the amount is read by the server.</summary>
public sealed class GiveForm
{
    public const string OtherAmount = "other";

    /// <summary>A suggested amount in the currency's smallest unit, or <see cref="OtherAmount"/>.</summary>
    public string? Choice { get; set; }

    /// <summary>The amount as it was typed.</summary>
    public string? Amount { get; set; }

    public string? Currency { get; set; }

    /// <summary><c>once</c> or <c>monthly</c>.</summary>
    public string? How { get; set; }

    /// <summary>Off unless the giver ticks it.</summary>
    public bool Cover { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    /// <summary>Language of the page.</summary>
    public string? Lang { get; set; }

    /// <summary>Made with the page: pressing twice sends the same one.</summary>
    public Guid Attempt { get; set; }

    /// <summary>The organisation's terms, around the fields.</summary>
    [BindNever, ValidateNever]
    public OpenPlace Open { get; set; } = null!;

    /// <summary>Of the chosen currency, else of the first.</summary>
    [BindNever, ValidateNever]
    public CurrencyTerms Terms => Open.Settings.TermsOf(Currency) ?? Open.Settings.Currencies[0];

    public bool IsMonthly => How == "monthly";

    public void Clean()
    {
        Name = CleanText.SingleLine(Name);
        Email = CleanText.SingleLine(Email).Replace(" ", "", StringComparison.Ordinal);
    }

    /// <summary>The same form sent twice is one gift; after a change it is another.</summary>
    /// <param name="round">Counts the pay pages that closed unused.</param>
    public Guid GiftId(long amount, int round)
    {
        var said = string.Join('\n', Attempt.ToString("N"), round, amount, Currency, How, Cover, Name, Email, Lang);
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(said)).AsSpan(0, 16));
    }
}
