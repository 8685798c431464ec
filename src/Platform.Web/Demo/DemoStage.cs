using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Organisations;
using Platform.Petitions.Pictures;

namespace Platform.Web.Demo;

/// <summary>Makes a story through the product's own entities, so that the demo can show nothing the product could not do.</summary>
internal sealed class DemoStage(IServiceProvider services, IReadOnlyDictionary<string, Guid> people)
{
    public async Task TellAsync(DemoStory story)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDb>();
        var organisation = new Organisation(story.Slug, story.Name, story.Language);
        organisation.Describe(story.Name, story.Language, story.About, story.Place, website: null);
        db.Add(organisation);
        await db.SaveChangesAsync();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organisation.Id, organisation.Slug);
        db.Add(new Membership(organisation.Id, people[DemoPeople.Organiser], MemberRole.Owner));
        await db.SaveChangesAsync();
        foreach (var campaign in story.Campaigns)
        {
            await MakeAsync(scope.ServiceProvider, db, campaign);
        }
    }

    private async Task MakeAsync(IServiceProvider scope, PetitionsDb db, DemoCampaign told)
    {
        var (organiser, moderator) = (people[DemoPeople.Organiser], people[DemoPeople.Moderator]);
        var now = scope.GetRequiredService<TimeProvider>().GetUtcNow();
        var started = now.AddDays(-told.StartedDaysAgo);
        var campaign = await scope.GetRequiredService<StartCampaign>().RunAsync(organiser, told.Texts[0].Title, told.Language, told.TimeZone, CancellationToken.None);
        await scope.GetRequiredService<CampaignSlugs>().RenameAsync(campaign, told.Slug, CancellationToken.None);

        // While it is written and published its end lies ahead, as it did then.
        var closes = now.AddDays(Math.Max(told.ClosesInDays, 1));
        campaign.Configure(new CampaignSettings(told.Topic, told.Country, told.Goal, null, closes, told.TimeZone, told.AsksPostcode, PublicNames: true), started);
        foreach (var text in told.Texts)
        {
            campaign.Write(text.Language, text.Title, text.Demand, text.Body, organiser, started);
        }

        if (told.Picture is var (file, alt))
        {
            campaign.Show(await HangAsync(scope, organiser, file), alt);
        }

        campaign.AskOf(told.AskedOf);
        campaign.LinkTo(told.Links);
        foreach (var refusal in Path(campaign, told, moderator, started, now))
        {
            if (refusal != MoveRefusal.None)
            {
                throw new InvalidOperationException($"The demo's {told.Slug} cannot become {told.Status}: {refusal}.");
            }
        }

        await db.SaveChangesAsync();
        await DemoSigners.SignAsync(scope, campaign, told);
        await DemoUpdates.TellAsync(db, campaign, told, organiser, now);
        await db.Database.ExecuteSqlAsync(
            $"""
            update petitions.campaigns set created_at = {started.AddDays(-2)}, 
                closes_at = (date_trunc('day', {now.AddDays(told.ClosesInDays)} at time zone {told.TimeZone}) + interval '1 day - 1 second') at time zone {told.TimeZone} where tenant_id = {campaign.TenantId} and id = {campaign.Id}
            """);
    }

    /// <summary>Through the same encoder as an upload.</summary>
    private static async Task<Guid> HangAsync(IServiceProvider scope, Guid organiser, string file)
    {
        scope.GetRequiredService<CurrentUser>().Set(organiser, "", PlatformRole.None, MemberRole.Owner, secondFactor: false);
        await using var stream = typeof(DemoStage).Assembly.GetManifestResourceStream(typeof(DemoStage), $"Pictures.{file}")!;
        var store = scope.GetRequiredService<StorePicture>();
        var (picture, problem) = await store.RunAsync(new FormFile(stream, 0, stream.Length, file, file), CancellationToken.None);
        store.Keep(picture ?? throw new InvalidOperationException($"The demo's {file} is refused: {problem}."));
        return picture.Id;
    }

    private static IEnumerable<MoveRefusal> Path(Campaign campaign, DemoCampaign told, Guid moderator, DateTimeOffset started, DateTimeOffset now)
    {
        if (told.Status == CampaignStatus.Draft)
        {
            yield break;
        }

        yield return campaign.Submit(MoveActor.Organiser, told.Status == CampaignStatus.Submitted ? now.AddDays(-4) : started.AddHours(-9));
        if (told.Status == CampaignStatus.ChangesRequested)
        {
            yield return campaign.RequestChanges(MoveActor.Moderator, told.Words!);
        }

        if (told.Status is CampaignStatus.Published or CampaignStatus.Closed)
        {
            yield return campaign.Publish(MoveActor.Moderator, moderator, organiserConfirmed: true, reviewed: true, started);
        }

        if (told.Status == CampaignStatus.Closed)
        {
            yield return campaign.Close(MoveActor.Organiser, told.ClosedBecause, told.Words, now.AddDays(told.ClosesInDays));
        }
    }
}
