using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Core.Text;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Drafting;

namespace Platform.Petitions.OwnApi;

/// <summary>What a program writes into a draft. What is null stays as it is; the rules are those of the desk's steps.</summary>
public sealed class DraftInput
{
    public string? Title { get; set; }

    public string? Demand { get; set; }

    /// <summary>Markdown.</summary>
    public string? Body { get; set; }

    public string? Language { get; set; }

    public IReadOnlyList<DecisionMakerInput>? DecisionMakers { get; set; }

    public int? Goal { get; set; }

    public DateOnly? ClosesOn { get; set; }

    public DateOnly? OpensOn { get; set; }

    public string? TimeZone { get; set; }

    public string? Topic { get; set; }

    public string? Country { get; set; }

    public bool? AsksPostcode { get; set; }

    public bool? PublicNames { get; set; }

    public string? Eligibility { get; set; }

    private bool HasDetails => Goal is not null || ClosesOn is not null || OpensOn is not null || TimeZone is not null || Topic is not null || Country is not null || AsksPostcode is not null || PublicNames is not null || Eligibility is not null;

    /// <summary>Brings what was sent into the steps' forms, checked.</summary>
    /// <param name="campaign">As it stands.</param>
    internal List<StepForm> Read(Campaign campaign, ModelStateDictionary state, StepContext context)
    {
        var steps = new List<StepForm>();
        if (Title is not null || Language is not null)
        {
            Add(new TitleForm(), form => (form.Title, form.Language) = (Title ?? form.Title, Language ?? form.Language));
        }

        if (DecisionMakers is not null)
        {
            Add(new DecisionMakersForm(), form => form.People = [.. DecisionMakers.OfType<DecisionMakerInput>().Select(d => new DecisionMakerForm { Name = d.Name, Office = d.Office, Place = d.Place })]);
        }

        if (Demand is not null || Body is not null)
        {
            var form = new WhyForm();
            form.Load(campaign);
            (form.Demand, form.Body) = (CleanText.MultiLine(Demand ?? form.Demand), CleanText.MultiLine(Body ?? form.Body));
            DraftRules.Check(state, nameof(Demand), form.Demand, "demand", DraftRules.LongestDemand, required: false);
            DraftRules.Check(state, nameof(Body), form.Body, "body", DraftRules.LongestBody, required: false);
            steps.Add(form);
        }

        if (HasDetails)
        {
            Add(new DetailsForm(), Fill);
            if (ClosesOn is null && campaign.ClosesAt is null)
            {
                // A draft may wait for its date; publishing asks for it.
                state.Remove(nameof(ClosesOn));
            }
        }

        return steps;

        void Add<T>(T form, Action<T> fill)
            where T : StepForm
        {
            form.Load(campaign);
            fill(form);
            form.Check(state, context);
            steps.Add(form);
        }
    }

    private void Fill(DetailsForm form)
    {
        form.Goal = Goal?.ToString(CultureInfo.InvariantCulture) ?? form.Goal;
        (form.ClosesOn, form.OpensOn, form.TimeZone) = (ClosesOn ?? form.ClosesOn, OpensOn ?? form.OpensOn, TimeZone ?? form.TimeZone);
        (form.Topic, form.Country) = (Topic ?? form.Topic, Country ?? form.Country);
        (form.AsksPostcode, form.PublicNames, form.Eligibility) = (AsksPostcode ?? form.AsksPostcode, PublicNames ?? form.PublicNames, Eligibility ?? form.Eligibility);
    }
}

public sealed record DecisionMakerInput(string? Name, string? Office, string? Place);
