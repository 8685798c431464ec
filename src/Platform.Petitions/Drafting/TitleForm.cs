using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Core.Text;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Drafting;

/// <summary>What should change, in one line, and the language the petition is written in.</summary>
public sealed class TitleForm : StepForm
{
    private const int Room = 400;

    public string? Title { get; set; }

    public string? Language { get; set; }

    /// <summary>The writer has seen what is alike and begins all the same.</summary>
    public bool Anyway { get; set; }

    public override bool WouldLose => Title?.Length > Room;

    public override void Load(Campaign campaign)
    {
        Title = campaign.DraftIn(campaign.Language)?.Title;
        Language = campaign.Language;
    }

    public override void Check(ModelStateDictionary state, StepContext context)
    {
        Title = CleanText.SingleLine(Title);
        DraftRules.Check(state, nameof(Title), Title, "title", DraftRules.LongestTitle);
        if (!PetitionLanguages.IsKnown(Language))
        {
            state.AddModelError(nameof(Language), "error.choose");
        }
    }

    public override void Save(Campaign campaign, StepContext context)
    {
        var before = campaign.DraftIn(campaign.Language);
        if (PetitionLanguages.IsKnown(Language) && Language != campaign.Language)
        {
            campaign.MoveDraftTo(Language!, context.User, context.Now);
        }

        if (!WouldLose)
        {
            campaign.Write(campaign.Language, Title ?? "", before?.Demand ?? "", before?.Body ?? "", context.User, context.Now);
        }
    }
}
