using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions.Campaigns;
using Platform.Petitions.CoSponsors;
using Platform.Testing.Data;
using Platform.Testing.Hosts;

namespace Platform.Petitions.Tests.CoSponsors;

/// <summary>A stage whose organisation asks for co-sponsors, and the secret link of its campaign.</summary>
public sealed record Gathering(Stage Stage, string Key)
{
    public string Link => $"/{Stage.Organisation.Slug}/co-sponsor/{Key}";

    public static async Task<Gathering> SetAsync(TestHost host, CampaignStatus status = CampaignStatus.Gathering, int minimum = 2, int maximum = 5, Action<CampaignSpec>? with = null)
    {
        var stage = await Stage.SetAsync(host, status, with);
        var key = await host.InScopeAsync(stage.Organisation.Id, async services =>
        {
            var db = services.GetRequiredService<PetitionsDb>();
            var campaign = await db.Campaigns.Include(c => c.Texts).SingleAsync(c => c.Id == stage.Campaign.Id);
            (await db.Organisations.SingleAsync(o => o.Id == stage.Organisation.Id)).AskForCoSponsors(minimum, maximum);
            var made = services.GetRequiredService<CoSponsoring>().KeyOf(campaign);
            campaign.OfferCoSponsorLink(CoSponsoring.Hash(made));
            await db.SaveChangesAsync();
            return made;
        });
        return new Gathering(stage, key);
    }

    /// <summary>Fills in the form behind the secret link.</summary>
    public async Task<Page> SignAsync(Visitor visitor, string name, string email) =>
        await visitor.SubmitAsync(await visitor.GetAsync(Link), "#sign", ("Name", name), ("Email", email));

    public Task<CampaignStatus> StatusAsync() =>
        Stage.Host.InDbAsync(Stage.Organisation.Id, db => db.Campaigns.Where(c => c.Id == Stage.Campaign.Id).Select(c => c.Status).SingleAsync());

    public Task<int> RowsAsync() => Stage.Host.InDbAsync(Stage.Organisation.Id, db => db.Signatures.CountAsync(s => s.CampaignId == Stage.Campaign.Id));
}
