using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Core.Text;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Drafting;

/// <summary>The demand, and the reasons for it in Markdown.</summary>
public sealed class WhyForm : StepForm
{
    private const int DemandRoom = 4_000;
    private const int BodyRoom = 60_000;

    public string? Demand { get; set; }

    public string? Body { get; set; }

    public override bool WouldLose => Demand?.Length > DemandRoom || Body?.Length > BodyRoom;

    public override void Load(Campaign campaign)
    {
        var text = campaign.DraftIn(campaign.Language);
        (Demand, Body) = (text?.Demand, text?.Body);
    }

    public override void Check(ModelStateDictionary state, StepContext context)
    {
        (Demand, Body) = (CleanText.MultiLine(Demand), CleanText.MultiLine(Body));
        DraftRules.Check(state, nameof(Demand), Demand, "demand", DraftRules.LongestDemand);
        DraftRules.Check(state, nameof(Body), Body, "body", DraftRules.LongestBody);
    }

    public override void Save(Campaign campaign, StepContext context)
    {
        var before = campaign.DraftIn(campaign.Language);
        campaign.Write(
            campaign.Language,
            before?.Title ?? "",
            Demand?.Length > DemandRoom ? before?.Demand ?? "" : Demand ?? "",
            Body?.Length > BodyRoom ? before?.Body ?? "" : Body ?? "",
            context.User,
            context.Now);
    }
}
