using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Core.Text;
using Platform.Donations.Amounts;

namespace Platform.Donations.DonationSettings;

/// <summary>Reads an owner's terms and says at each field what cannot stay.</summary>
internal static class OfferRules
{
    private const int MostSuggested = 6;

    /// <param name="own">The language in which the sentence must not be missing.</param>
    public static (List<GivingPurpose> Purposes, List<CurrencyTerms> Currencies) Read(OfferForm form, string own, ModelStateDictionary problems)
    {
        if (!form.Once && !form.Monthly)
        {
            problems.AddModelError(nameof(form.Once), "desk.giving-how-missing");
        }

        var (purposes, currencies) = (new List<GivingPurpose>(), new List<CurrencyTerms>());
        for (var i = 0; i < form.Purposes.Count; i++)
        {
            AddPurpose(form.Purposes[i], $"Purposes[{i}]", own, purposes, problems);
        }

        for (var i = 0; i < form.Currencies.Count; i++)
        {
            if (!string.IsNullOrEmpty(form.Currencies[i].Currency))
            {
                AddTerms(form.Currencies[i], $"Currencies[{i}]", currencies, problems);
            }
        }

        if (currencies.Count == 0 && problems.IsValid)
        {
            problems.AddModelError("Currencies[0].Currency", "error.choose");
        }

        return (purposes, currencies);
    }

    private static void AddPurpose(PurposeForm form, string name, string own, List<GivingPurpose> read, ModelStateDictionary problems)
    {
        var (recipient, purpose) = (CleanText.SingleLine(form.Recipient), CleanText.SingleLine(form.Purpose));
        if (recipient.Length == 0 && purpose.Length == 0 && form.Language != own)
        {
            return;
        }

        foreach (var (field, words) in new[] { ("Recipient", recipient), ("Purpose", purpose) })
        {
            if (words.Length == 0)
            {
                problems.AddModelError($"{name}.{field}", "error.required");
            }
        }

        read.Add(new GivingPurpose { Language = form.Language, Recipient = recipient, Purpose = purpose });
    }

    private static void AddTerms(CurrencyForm form, string name, List<CurrencyTerms> read, ModelStateDictionary problems)
    {
        if (Currency.Find(form.Currency) is not { } currency || read.Exists(r => r.Currency == currency.Code))
        {
            problems.AddModelError(name + ".Currency", "error.choose");
            return;
        }

        var (minimum, maximum) = (Positive(form.Minimum, name + ".Minimum"), Positive(form.Maximum, name + ".Maximum"));
        var above = string.IsNullOrWhiteSpace(form.SecondPersonAbove) ? maximum : Money.Parse(form.SecondPersonAbove, currency) is { } limit and >= 0 ? limit : Wrong(name + ".SecondPersonAbove", "giving.amount-unclear");
        if (minimum is not null && maximum < minimum)
        {
            Wrong(name + ".Maximum", "desk.giving-order");
        }

        var suggested = OfferForm.Words(form.Suggested).Select(word => Money.Parse(word, currency)).ToList();
        if (suggested.Count > MostSuggested || suggested.Exists(s => s is null || s < minimum || s > maximum))
        {
            Wrong(name + ".Suggested", "desk.giving-suggested-wrong");
        }
        else if (minimum is { } least && maximum is { } most && above is { } second)
        {
            read.Add(new CurrencyTerms { Currency = currency.Code, Minimum = least, Maximum = most, SecondPersonAbove = second, Suggested = [.. suggested.Select(s => s!.Value).Distinct()] });
        }

        long? Positive(string? typed, string field) => Money.Parse(typed, currency) is { } amount and > 0 ? amount : Wrong(field, "giving.amount-unclear");

        long? Wrong(string field, string key)
        {
            problems.AddModelError(field, key);
            return null;
        }
    }
}
