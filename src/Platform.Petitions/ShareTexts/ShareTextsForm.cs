using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Core.Text;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.ShareTexts;

/// <summary>The texts that shall take turns in one language; fields left empty are none.</summary>
public sealed class ShareTextsForm
{
    /// <summary>Fits every channel with the link behind it: X takes 280 letters and counts a link as 23.</summary>
    public const int Longest = 240;

    private static readonly string[] Links = ["://", "www."];

    public List<string?> Words { get; set; } = [];

    /// <summary>What was written.</summary>
    public IReadOnlyList<string> Written => [.. Words.OfType<string>().Where(words => words.Length > 0)];

    public static ShareTextsForm Of(IEnumerable<ShareText> offered) => new ShareTextsForm { Words = [.. offered.Select(t => t.Words)] }.WithFields();

    /// <param name="most">How many more the campaign may offer.</param>
    public void Check(ModelStateDictionary state, int most)
    {
        Words = [.. Words.Select(CleanText.SingleLine)];
        WithFields();
        for (var place = 0; place < Words.Count; place++)
        {
            if (ProblemOf(place) is { } problem)
            {
                state.AddModelError($"{nameof(Words)}[{place}]", problem);
            }
        }

        if (Written.Count == 0)
        {
            state.AddModelError($"{nameof(Words)}[0]", "desk.share-text-missing");
        }
        else if (Written.Count > most)
        {
            state.AddModelError("", string.Create(CultureInfo.InvariantCulture, $"desk.share-texts-left?count={most}"));
        }
    }

    private string? ProblemOf(int place) => Words[place]! switch
    {
        "" => null,
        var words when CleanText.Length(words) > Longest => string.Create(CultureInfo.InvariantCulture, $"desk.share-text-long?max={Longest}&over={CleanText.Length(words) - Longest}"),
        // The petition's link comes behind the words; of two, sites would show the wrong one.
        var words when Links.Any(link => words.Contains(link, StringComparison.OrdinalIgnoreCase)) => "desk.share-text-link",
        var words when Words.Take(place).Contains(words) => "desk.share-text-twice",
        _ => null,
    };

    private ShareTextsForm WithFields()
    {
        Words = [.. Words.Concat(Enumerable.Repeat("", Campaign.MostShareTextsAtOnce)).Take(Campaign.MostShareTextsAtOnce)];
        return this;
    }
}
