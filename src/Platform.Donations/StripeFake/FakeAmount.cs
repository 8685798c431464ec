using System.Globalization;

namespace Platform.Donations.StripeFake;

/// <summary>Amounts on the imitated pages.</summary>
internal static class FakeAmount
{
    private static readonly string[] Whole = ["jpy", "krw", "clp", "isk"];
    private static readonly string[] Thousandths = ["kwd", "bhd"];

    public static string Say(long amount, string currency)
    {
        var places = Whole.Contains(currency) ? 0 : Thousandths.Contains(currency) ? 3 : 2;
        return $"{currency.ToUpperInvariant()} {(amount / (decimal)Math.Pow(10, places)).ToString("F" + places, CultureInfo.InvariantCulture)}";
    }
}
