using Microsoft.EntityFrameworkCore;
using Platform.Petitions;
using Platform.Petitions.Campaigns;
using Platform.Petitions.News;
using Platform.Petitions.Updates;

namespace Platform.Web.Demo;

/// <summary>What the organisers of a demo campaign have told since, on the days they told it, each mailed to those who had asked by then.</summary>
internal static class DemoUpdates
{
    public static async Task TellAsync(PetitionsDb db, Campaign campaign, DemoCampaign told, Guid organiser, DateTimeOffset now)
    {
        var number = 0;
        foreach (var text in told.Updates)
        {
            var at = now.AddDays(-text.DaysAgo);
            var update = new CampaignUpdate(campaign.Id, text.Language, organiser);
            update.Write(text.Language, text.Title, text.Body);
            update.Publish(++number, at);
            var entry = new TimelineEntry { CampaignId = campaign.Id, Kind = UpdateTimeline.Kind, Number = number, Note = text.Title };
            db.AddRange(update, entry);
            await db.SaveChangesAsync();
            await db.Database.ExecuteSqlAsync(
                $"""
                with mailed as (
                    insert into petitions.news_mailings (tenant_id, campaign_id, kind, subject, asked_at, done_at, recipients)
                    select {campaign.TenantId}, {campaign.Id}, {(int)NewsKind.Update}, {update.Id}, {at}, {at}, count(*) from petitions.signatures
                    where tenant_id = {campaign.TenantId} and campaign_id = {campaign.Id} and wants_updates and confirmed_at <= {at}
                )
                update petitions.campaign_timeline set at = {at} where tenant_id = {campaign.TenantId} and id = {entry.Id}
                """);
        }
    }
}
