using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Updates;
using Platform.Testing.Hosts;

namespace Platform.Testing.Data;

/// <summary>Updates as their organisers write and publish them.</summary>
public static class UpdateData
{
    public static Task<CampaignUpdate> DraftAsync(this TestHost host, Campaign campaign, string title = "The hearing is on Friday", string body = "Come if you **can**.", string language = "en") =>
        host.InScopeAsync(campaign.TenantId, services => WriteAsync(services, campaign, title, body, language));

    /// <param name="mail">Also to those who want news.</param>
    public static Task<CampaignUpdate> UpdateAsync(
        this TestHost host, Campaign campaign, string title = "The hearing is on Friday", string body = "Come if you **can**.", string language = "en", bool mail = false) =>
        host.InScopeAsync(campaign.TenantId, async services =>
        {
            var update = await WriteAsync(services, campaign, title, body, language);
            var answer = await services.GetRequiredService<PublishUpdate>().RunAsync(campaign, update.Id, mail, CancellationToken.None);
            return answer == PublishAnswer.Done ? update : throw new InvalidOperationException($"The update was not published: {answer}.");
        });

    private static async Task<CampaignUpdate> WriteAsync(IServiceProvider services, Campaign campaign, string title, string body, string language)
    {
        var (db, update) = (services.GetRequiredService<PetitionsDb>(), new CampaignUpdate(campaign.Id, language, campaign.CreatedBy));
        update.Write(language, title, body);
        db.Updates.Add(update);
        await db.SaveChangesAsync();
        return update;
    }
}
