using Platform.Browser.Tests.Browsing;
using Platform.Petitions.Accounts;
using Platform.Testing.Data;
using Xunit;

namespace Platform.Browser.Tests.Journeys;

/// <summary>A petition whose organisation takes gifts, set up at the desk by its owner.</summary>
public sealed class GivingStand(Site site) : IAsyncLifetime
{
    public Stage Stage { get; private set; } = null!;

    public User Owner { get; private set; } = null!;

    public string Desk => $"/{Stage.Organisation.Slug}/desk";

    public async ValueTask InitializeAsync()
    {
        Stage = await Stage.SetAsync(site, with: c => c.ClosesAt = TimeProvider.System.GetUtcNow().AddDays(60));
        Owner = await site.UserAsync();
        await site.JoinAsync(Owner, Stage.Organisation);
        var owner = await site.AtDeskAsync(Owner);
        var page = await owner.SubmitAsync(await owner.GetAsync($"{Desk}/giving/account"), "#connect", ("Connect.Password", People.Password));
        page = await owner.SubmitAsync(page, "#complete");
        if (page.Html.QuerySelector("#check") is not null)
        {
            await owner.SubmitAsync(page, "#check");
        }

        page = await owner.SubmitAsync(
            await owner.GetAsync($"{Desk}/giving"), "#offer",
            ("Purposes[0].Recipient", "Harbour Fund"), ("Purposes[0].Purpose", "Pays for the court fees of the harbour case."), ("Currencies[0].Currency", "eur"), ("Currencies[0].Suggested", "5 10 25"),
            ("Currencies[0].Minimum", "2"), ("Currencies[0].Maximum", "500"), ("Once", "true"), ("Monthly", "true"), ("Password", People.Password));
        await owner.SubmitAsync(page, $"form[action$='/campaigns/{Stage.Campaign.Id}']");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
