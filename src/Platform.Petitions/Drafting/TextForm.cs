using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Core.Text;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Drafting;

/// <summary>All words of a petition in one language: a translation, or a correction of what is public.</summary>
public sealed class TextForm
{
    public string? Title { get; set; }

    public string? Demand { get; set; }

    public string? Body { get; set; }

    public void Check(ModelStateDictionary state)
    {
        (Title, Demand, Body) = (CleanText.SingleLine(Title), CleanText.MultiLine(Demand), CleanText.MultiLine(Body));
        DraftRules.Check(state, nameof(Title), Title, "title", DraftRules.LongestTitle);
        DraftRules.Check(state, nameof(Demand), Demand, "demand", DraftRules.LongestDemand);
        DraftRules.Check(state, nameof(Body), Body, "body", DraftRules.LongestBody);
    }

    public bool Differs(CampaignText? text) => text is null || (text.Title, text.Demand, text.Body) != (Title, Demand, Body);
}
