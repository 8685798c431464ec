using Platform.Core.Text;

namespace Platform.Petitions.Directory;

/// <summary>Where a reader is, as the reader said: a country, or what lies behind the beginning of its postcodes. Written CA or CA-M.</summary>
/// <param name="Region">As signatures are counted by it; null for the whole country.</param>
public sealed record NearPlace(string Country, string? Region)
{
    private const int LongestRegion = 4;

    /// <returns>Null for what is no place.</returns>
    public static NearPlace? Read(string? typed) => typed?.ToUpperInvariant().Split('-') switch
    {
        [var country] when Countries.IsKnown(country) => new NearPlace(country, null),
        [var country, { Length: > 0 and <= LongestRegion } region] when Countries.IsKnown(country) && region.All(char.IsAsciiLetterOrDigit) => new NearPlace(country, region),
        _ => null,
    };

    public override string ToString() => Region is null ? Country : $"{Country}-{Region}";
}
