using System.ComponentModel.DataAnnotations;
using Platform.Core.Text;
using Platform.Donations.Amounts;

namespace Platform.Donations.DonationSettings;

/// <summary>How gifts are asked for, as the owner types it.</summary>
public sealed class OfferForm
{
    public const int CurrencyRows = 3;
    private const char Between = ' ';

    public List<PurposeForm> Purposes { get; set; } = [];

    public List<CurrencyForm> Currencies { get; set; } = [];

    public bool Once { get; set; }

    public bool Monthly { get; set; }

    public bool ShowTotal { get; set; }

    public string? Password { get; set; }

    public static OfferForm Of(GivingSettings? settings, Catalogue catalogue) => new OfferForm
    {
        Once = settings?.Once ?? true,
        Monthly = settings?.Monthly ?? false,
        ShowTotal = settings?.ShowTotal ?? false,
        Purposes = [.. (settings?.Purposes ?? []).Select(p => new PurposeForm { Language = p.Language, Recipient = p.Recipient, Purpose = p.Purpose })],
        Currencies = [.. (settings?.Currencies ?? []).Select(CurrencyForm.Of)],
    }.Filled(catalogue);

    /// <summary>With a row for every language and some for currencies, whatever was sent.</summary>
    public OfferForm Filled(Catalogue catalogue)
    {
        Purposes = [.. catalogue.Languages.Select(l => Purposes.Find(p => p.Language == l.Code) ?? new PurposeForm { Language = l.Code })];
        Currencies = [.. Currencies.Concat(Enumerable.Range(0, CurrencyRows).Select(_ => new CurrencyForm())).Take(CurrencyRows)];
        return this;
    }

    internal static string[] Words(string? typed) => (typed ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

public sealed class PurposeForm
{
    [StringLength(10)]
    public string Language { get; set; } = "";

    [StringLength(120)]
    public string? Recipient { get; set; }

    [StringLength(500)]
    public string? Purpose { get; set; }
}

public sealed class CurrencyForm
{
    public string? Currency { get; set; }

    /// <summary>Amounts between spaces.</summary>
    [StringLength(120)]
    public string? Suggested { get; set; }

    [StringLength(20)]
    public string? Minimum { get; set; }

    [StringLength(20)]
    public string? Maximum { get; set; }

    [StringLength(20)]
    public string? SecondPersonAbove { get; set; }

    public static CurrencyForm Of(CurrencyTerms terms) => new()
    {
        Currency = terms.Currency,
        Suggested = string.Join(' ', terms.Suggested.Select(s => Money.Plain(s, terms.Currency))),
        Minimum = Money.Plain(terms.Minimum, terms.Currency),
        Maximum = Money.Plain(terms.Maximum, terms.Currency),
        SecondPersonAbove = Money.Plain(terms.SecondPersonAbove, terms.Currency),
    };
}
