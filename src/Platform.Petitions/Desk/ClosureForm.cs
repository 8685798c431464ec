using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Core.Text;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Desk;

/// <summary>Why a campaign ends before its day.</summary>
public sealed class ClosureForm
{
    public const int LongestWords = 2_000;

    /// <summary>won, withdrawn or other.</summary>
    public string? Reason { get; set; }

    public string? Words { get; set; }

    public ClosingReason? Because => Reason switch
    {
        "won" => ClosingReason.Won,
        "withdrawn" => ClosingReason.Withdrawn,
        "other" => ClosingReason.Other,
        _ => null,
    };

    public void Check(ModelStateDictionary state)
    {
        Words = CleanText.MultiLine(Words);
        if (Because is null)
        {
            state.AddModelError(nameof(Reason), "desk.closure-reason-missing");
        }

        if (Words.Length == 0)
        {
            state.AddModelError(nameof(Words), "desk.closure-words-missing");
        }
        else if (CleanText.StartsLikeFormula(Words))
        {
            state.AddModelError(nameof(Words), "error.formula");
        }
        else if (CleanText.Length(Words) > LongestWords)
        {
            state.AddModelError(nameof(Words), $"error.too-long?max={LongestWords}");
        }
    }
}
