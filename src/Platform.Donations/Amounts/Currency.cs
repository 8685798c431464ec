namespace Platform.Donations.Amounts;

/// <summary>Currencies that can be given in. Amounts are whole numbers of the smallest unit: cents, or yen, which have nothing smaller.</summary>
/// <param name="Code">Three small letters, as Stripe writes them.</param>
/// <param name="Decimals">Digits behind the point; Stripe counts a currency without any in whole ones.</param>
public sealed record Currency(string Code, int Decimals)
{
    // All that Stripe counts in whole ones.
    private static readonly string[] Whole = ["bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "vnd", "vuv", "xaf", "xof", "xpf"];

    public static IReadOnlyList<Currency> All { get; } =
    [
        .. new[] { "eur", "usd", "gbp", "cad", "aud", "brl", "chf", "czk", "dkk", "hkd", "ils", "inr", "mxn", "nok", "nzd", "pln", "ron", "sek", "sgd", "try", "zar" }.Select(code => new Currency(code, 2)),
        .. new[] { "clp", "jpy", "krw", "vnd", "xaf", "xof" }.Select(code => new Currency(code, 0)),
    ];

    public long Unit => Decimals == 0 ? 1 : 100;

    public static Currency? Find(string? code) => All.FirstOrDefault(currency => currency.Code == code?.ToLowerInvariant());

    /// <summary>Also for what nobody gives in here: a bank pays out in its own.</summary>
    public static Currency Of(string code) => Find(code) ?? new Currency(code, Whole.Contains(code) ? 0 : 2);
}
