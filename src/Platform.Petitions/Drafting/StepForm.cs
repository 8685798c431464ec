using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Drafting;

/// <summary>What one step asks. Whatever fits into the draft is kept, right or wrong; the checks speak to the person.</summary>
public abstract class StepForm
{
    /// <summary>Reads the step from the draft.</summary>
    public abstract void Load(Campaign campaign);

    /// <summary>Brings what was typed into one form and says what is wrong with it.</summary>
    public abstract void Check(ModelStateDictionary state, StepContext context);

    /// <summary>Writes into the draft what it can hold.</summary>
    public abstract void Save(Campaign campaign, StepContext context);

    /// <summary>True when something typed is too much for the draft to hold, so that leaving the step would lose it.</summary>
    public virtual bool WouldLose => false;
}

/// <param name="Count">Signatures so far.</param>
public sealed record StepContext(Guid User, DateTimeOffset Now, long Count, CampaignStatus Status);
