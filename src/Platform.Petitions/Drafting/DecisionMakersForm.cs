using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Core.Text;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Drafting;

/// <summary>Who can change it: one person or office or several.</summary>
public sealed class DecisionMakersForm : StepForm
{
    private const int Room = 1000;

    public List<DecisionMakerForm> People { get; set; } = [];

    public override bool WouldLose => People.Count > DraftRules.MostDecisionMakers || People.Any(p => p.Longest > Room);

    public override void Load(Campaign campaign)
    {
        People = [.. campaign.DecisionMakers.Select(d => new DecisionMakerForm { Office = d.Office, Name = d.Name, Place = d.Place })];
        if (People.Count < DraftRules.MostDecisionMakers)
        {
            People.Add(new DecisionMakerForm());
        }
    }

    public override void Check(ModelStateDictionary state, StepContext context)
    {
        for (var row = 0; row < People.Count; row++)
        {
            People[row].Clean();
            if (!People[row].IsEmpty)
            {
                var field = string.Create(CultureInfo.InvariantCulture, $"{nameof(People)}[{row}].");
                DraftRules.Check(state, field + nameof(DecisionMakerForm.Office), People[row].Office!, "office", DraftRules.LongestName);
                DraftRules.Check(state, field + nameof(DecisionMakerForm.Name), People[row].Name!, "person", DraftRules.LongestName, required: false);
                DraftRules.Check(state, field + nameof(DecisionMakerForm.Place), People[row].Place!, "place", DraftRules.LongestName, required: false);
            }
        }

        if (People.All(p => p.IsEmpty))
        {
            state.AddModelError("People[0].Office", "desk.office-missing");
        }

        if (People.Count > DraftRules.MostDecisionMakers)
        {
            state.AddModelError("", "desk.people-many");
        }
    }

    public override void Save(Campaign campaign, StepContext context)
    {
        if (!WouldLose)
        {
            campaign.AskOf(People.Where(p => !p.IsEmpty).Select(p => new DecisionMaker
            {
                Office = p.Office ?? "",
                Name = string.IsNullOrEmpty(p.Name) ? null : p.Name,
                Place = string.IsNullOrEmpty(p.Place) ? null : p.Place,
            }));
            campaign.Touch(context.Now);
        }
    }
}

public sealed class DecisionMakerForm
{
    public string? Office { get; set; }

    public string? Name { get; set; }

    public string? Place { get; set; }

    public bool IsEmpty => string.IsNullOrEmpty(Office) && string.IsNullOrEmpty(Name) && string.IsNullOrEmpty(Place);

    internal int Longest => Math.Max(Office?.Length ?? 0, Math.Max(Name?.Length ?? 0, Place?.Length ?? 0));

    internal void Clean() => (Office, Name, Place) = (CleanText.SingleLine(Office), CleanText.SingleLine(Name), CleanText.SingleLine(Place));
}
