using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Core.Text;
using Platform.Petitions.Drafting;

namespace Platform.Petitions.Updates;

/// <summary>The words of an update. What fits is kept, right or wrong; the checks speak to the person.</summary>
public sealed class UpdateForm
{
    public const int LongestTitle = 120;
    public const int LongestBody = 10_000;

    /// <summary>What a draft can hold.</summary>
    internal const int TitleRoom = 400;
    private const int BodyRoom = 40_000;

    public string? Language { get; set; }

    public string? Title { get; set; }

    public string? Body { get; set; }

    /// <summary>Too much for the draft to hold, so that leaving the page would lose it.</summary>
    public bool WouldLose => Title?.Length > TitleRoom || Body?.Length > BodyRoom;

    public static UpdateForm Of(CampaignUpdate update) => new() { Language = update.Language, Title = update.Title, Body = update.Body };

    /// <summary>Nothing is missing or wrong: others may read it.</summary>
    public static bool IsComplete(CampaignUpdate update)
    {
        var state = new ModelStateDictionary();
        Of(update).Check(state);
        return state.IsValid;
    }

    public void Check(ModelStateDictionary state)
    {
        (Title, Body) = (CleanText.SingleLine(Title), CleanText.MultiLine(Body));
        if (!PetitionLanguages.IsKnown(Language))
        {
            state.AddModelError(nameof(Language), "error.choose");
        }

        DraftRules.Check(state, nameof(Title), Title, "update-title", LongestTitle);
        DraftRules.Check(state, nameof(Body), Body, "update-body", LongestBody);
    }
}
