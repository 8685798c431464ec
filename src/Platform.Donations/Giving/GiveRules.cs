using System.Net.Mail;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Core.Text;
using Platform.Donations.Amounts;
using Platform.Donations.DonationSettings;

namespace Platform.Donations.Giving;

/// <summary>Reads a form by the organisation's terms and says at each field what cannot stay.</summary>
internal static class GiveRules
{
    private const int LongestName = 100;
    private const int LongestEmail = 254;

    /// <returns>The gift without what covers the fee; null when the form has to be shown again.</returns>
    public static long? Read(GiveForm form, GivingSettings settings, Localiser texts, ModelStateDictionary problems)
    {
        form.Clean();
        var terms = settings.TermsOf(form.Currency);
        if (terms is null)
        {
            problems.AddModelError(nameof(form.Currency), "error.choose");
        }

        if (!(form.How == "once" && settings.Once) && !(form.IsMonthly && settings.Monthly))
        {
            problems.AddModelError(nameof(form.How), "error.choose");
        }

        if (NameProblem(form.Name!) is { } name)
        {
            problems.AddModelError(nameof(form.Name), name);
        }

        if (!IsAddress(form.Email!))
        {
            problems.AddModelError(nameof(form.Email), form.Email!.Length == 0 ? "error.required" : "error.email");
        }

        if (form.Attempt == Guid.Empty)
        {
            problems.AddModelError("", "giving.stale");
        }

        var amount = terms is null ? null : Amount(form, terms, texts, problems);
        return problems.IsValid ? amount : null;
    }

    private static long? Amount(GiveForm form, CurrencyTerms terms, Localiser texts, ModelStateDictionary problems)
    {
        var currency = Currency.Of(terms.Currency);
        var chosen = form.Choice is { Length: > 0 } and not GiveForm.OtherAmount && string.IsNullOrWhiteSpace(form.Amount);
        var field = chosen ? nameof(form.Choice) : nameof(form.Amount);
        var amount = chosen ? terms.Suggested.Cast<long?>().FirstOrDefault(s => s!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) == form.Choice) : Money.Parse(form.Amount, currency);
        var problem = amount switch
        {
            null when chosen => texts["error.choose"],
            null when string.IsNullOrWhiteSpace(form.Amount) => texts["giving.amount-missing"],
            null => texts[currency.Decimals == 0 ? "giving.amount-whole" : "giving.amount-unclear"],
            { } low when low < terms.Minimum => texts["giving.amount-low", ("least", Money.Text(texts.Formats, terms.Minimum, terms.Currency))],
            { } high when high > terms.Maximum => texts["giving.amount-high", ("most", Money.Text(texts.Formats, terms.Maximum, terms.Currency))],
            _ => null,
        };
        if (problem is not null)
        {
            problems.AddModelError(field, problem);
        }

        return amount;
    }

    private static string? NameProblem(string name) => name switch
    {
        "" => "error.required",
        _ when CleanText.Length(name) > LongestName => $"error.too-long?max={LongestName}",
        _ when CleanText.StartsLikeFormula(name) => "error.formula",
        _ when CleanText.ContainsUrl(name) => "error.url",
        _ when CleanText.ContainsMarkup(name) => "error.markup",
        _ => null,
    };

    private static bool IsAddress(string email) =>
        email.Length <= LongestEmail && MailAddress.TryCreate(email, out var address) && address.Address == email && address.Host.Contains('.', StringComparison.Ordinal);
}
