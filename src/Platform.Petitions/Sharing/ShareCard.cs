using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Platform.Petitions.Branding;
using Platform.Petitions.Pictures;

namespace Platform.Petitions.Sharing;

/// <summary>What stands on a campaign's card.</summary>
/// <param name="Count">Who has signed, in words of the card's language; rounded down, so that it stays true while more sign.</param>
/// <param name="Percent">Of the goal, 0 to 100.</param>
/// <param name="Picture">Id of the campaign's own picture.</param>
/// <param name="Focus">What of it the cut keeps; null for what stands out by itself.</param>
/// <param name="Accent">The organisation's, where it has one that can be read on paper.</param>
public sealed record ShareCard(string Title, string Organisation, string Count, int Percent, string Site, bool RightToLeft, Guid? Picture, FocalPoint? Focus = null, Rgb? Accent = null)
{
    private const int VersionLength = 6;

    /// <summary>Told apart from what is painted, so that a change of the painting shows too.</summary>
    private const int Design = 1;

    /// <summary>Another card has another version: 12 hexadecimal digits for addresses and names of files.</summary>
    public string Version { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"{Design}\n{Title}\n{Organisation}\n{Count}\n{Percent}\n{Site}\n{RightToLeft}\n{Picture}\n{Focus?.X} {Focus?.Y}\n{Accent}"))).AsSpan(0, VersionLength));

    /// <summary>The two leading digits of a count. A card is made anew when they change: at every milestone, and some ninety times on the way to ten times as many.</summary>
    /// <returns>At most the count; up to a hundred the count itself.</returns>
    public static long RoundDown(long count)
    {
        var step = 1L;
        while (count / step >= 100)
        {
            step *= 10;
        }

        return count / step * step;
    }
}
