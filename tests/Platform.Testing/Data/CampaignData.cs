using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions;
using Platform.Petitions.Accounts;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Organisations;
using Platform.Testing.Hosts;

namespace Platform.Testing.Data;

/// <summary>Campaigns for tests, made as the product makes them and moved by their own methods.</summary>
public static class CampaignData
{
    /// <summary>A complete campaign in any state, with its address and count rows. No mail is written about it.</summary>
    public static Task<Campaign> CampaignAsync(
        this TestHost host, Organisation organisation, User author, CampaignStatus status = CampaignStatus.Published, Action<CampaignSpec>? with = null) =>
        host.InScopeAsync(organisation.Id, async services =>
        {
            var spec = new CampaignSpec();
            with?.Invoke(spec);
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            var campaign = await services.GetRequiredService<StartCampaign>().RunAsync(author.Id, spec.Title, spec.Language, spec.TimeZone, CancellationToken.None);
            Fill(campaign, spec, author.Id, now);
            if (spec.Slug is { } slug)
            {
                await services.GetRequiredService<CampaignSlugs>().RenameAsync(campaign, slug, CancellationToken.None);
            }

            Walk(campaign, status, spec, now);
            await services.GetRequiredService<PetitionsDb>().SaveChangesAsync();
            return campaign;
        });

    /// <summary>The entity alone, in any state, for rules that need no database.</summary>
    public static Campaign Entity(CampaignStatus status, DateTimeOffset now, Action<CampaignSpec>? with = null)
    {
        var spec = new CampaignSpec();
        with?.Invoke(spec);
        var campaign = new Campaign(Guid.CreateVersion7(), "a-campaign", spec.Language, spec.TimeZone);
        Fill(campaign, spec, campaign.CreatedBy, now);
        Walk(campaign, status, spec, now);
        return campaign;
    }

    private static void Walk(Campaign campaign, CampaignStatus status, CampaignSpec spec, DateTimeOffset now)
    {
        foreach (var refusal in PathTo(campaign, status, spec, now))
        {
            if (refusal != MoveRefusal.None)
            {
                throw new InvalidOperationException($"The campaign cannot become {status}: {refusal}.");
            }
        }
    }

    private static void Fill(Campaign campaign, CampaignSpec spec, Guid author, DateTimeOffset now)
    {
        campaign.Configure(spec.Settings, now);
        campaign.Write(spec.Language, spec.Title, spec.Demand, spec.Body, author, now);
        foreach (var (language, title, demand, body) in spec.Translations)
        {
            campaign.Write(language, title, demand, body, author, now);
        }

        campaign.AskOfSigners(spec.Eligibility);
        campaign.AskOf(spec.DecisionMakers);
        campaign.LinkTo(spec.Links);
    }

    private static IEnumerable<MoveRefusal> PathTo(Campaign campaign, CampaignStatus status, CampaignSpec spec, DateTimeOffset now)
    {
        if (status == CampaignStatus.Draft)
        {
            yield break;
        }

        if (status == CampaignStatus.Gathering)
        {
            yield return campaign.Gather(now);
            yield break;
        }

        yield return campaign.Submit(MoveActor.Organiser, now);
        switch (status)
        {
            case CampaignStatus.Submitted:
                yield break;
            case CampaignStatus.ChangesRequested:
                yield return campaign.RequestChanges(MoveActor.Moderator, spec.Explanation);
                yield break;
            case CampaignStatus.Rejected:
                yield return campaign.Reject(MoveActor.Moderator, spec.RejectionCode, spec.Explanation, spec.Hidden);
                yield break;
        }

        yield return campaign.Publish(MoveActor.Moderator, null, organiserConfirmed: true, spec.Reviewed, now);
        switch (status)
        {
            case CampaignStatus.Suspended:
                yield return campaign.Suspend(MoveActor.Moderator, spec.Explanation);
                break;
            case CampaignStatus.Removed:
                yield return campaign.Remove(MoveActor.Moderator, spec.Explanation);
                break;
            case CampaignStatus.Closed or CampaignStatus.Archived:
                yield return campaign.Close(MoveActor.Organiser, spec.ClosedBecause, spec.Explanation, now);
                break;
        }

        if (status == CampaignStatus.Archived)
        {
            yield return campaign.Archive(MoveActor.Organiser);
        }
    }
}
