using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Core.Text;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Desk;

/// <summary>How it ended, for those who signed.</summary>
public sealed class OutcomeForm
{
    public const int LongestWords = 4_000;

    public Outcome? Result { get; set; }

    public string? Words { get; set; }

    /// <summary>Which button was pressed: also to those who want news.</summary>
    public bool Mail { get; set; }

    public void Check(ModelStateDictionary state)
    {
        Words = CleanText.MultiLine(Words);
        if (Result is not { } result || !Enum.IsDefined(result))
        {
            state.Remove(nameof(Result));
            state.AddModelError(nameof(Result), "desk.outcome-missing");
        }

        var problem = Words switch
        {
            "" => "desk.outcome-words-missing",
            _ when CleanText.StartsLikeFormula(Words) => "error.formula",
            _ when CleanText.Length(Words) > LongestWords => $"error.too-long?max={LongestWords}",
            _ => null,
        };
        if (problem is not null)
        {
            state.AddModelError(nameof(Words), problem);
        }
    }
}
