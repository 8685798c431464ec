namespace Platform.Donations.Amounts;

/// <summary>What a giver adds so that about the whole gift arrives. An estimate: the real fee depends on the card and is known afterwards.</summary>
public static class FeeCover
{
    public const decimal Percent = 2.9m;

    /// <summary>In a currency with cents; one without takes no fixed part.</summary>
    public const long Fixed = 30;

    /// <summary>The fee is taken from what is added as well.</summary>
    public static long On(long amount, Currency currency)
    {
        var rate = Percent / 100;
        return (long)Math.Ceiling(((amount * rate) + (currency.Decimals == 0 ? 0 : Fixed)) / (1 - rate));
    }
}
