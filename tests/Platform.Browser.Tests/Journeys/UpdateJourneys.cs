using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Browser.Tests.Browsing;
using Platform.Browser.Tests.Pages;
using Platform.Petitions.Confirming;
using Platform.Petitions.Counting;
using Platform.Petitions.News;
using Platform.Petitions.Signing;
using Platform.Testing.Data;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Platform.Browser.Tests.Journeys;

/// <summary>News: told by an organiser on a phone, read by a signer in a mail.</summary>
public sealed class UpdateJourneys(Site site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_organiser_tells_on_a_phone_and_a_signer_gets_it(bool scripts)
    {
        var stage = await Stage.SetAsync(site);
        await site.JoinAsync(stage.Organiser, stage.Organisation);
        var email = $"reader-{scripts}@news.example".ToLowerInvariant();
        await ReadsAsync(stage, email);
        await using var tab = scripts ? await Soundness.OpenAsync(site, stage.Organiser) : await Tab.OpenAsync(site, Tab.Phone, scripts: false, user: stage.Organiser);
        await tab.GoAsync($"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}");
        await tab.PressAsync(".tabs a[href$='/updates']");
        await tab.PressAsync("#begin .btn");
        await tab.PressAsync("#update [value=preview]");
        await Expect(tab["#Title-error"]).ToBeVisibleAsync();
        await tab["#Title"].FillAsync("The court has agreed to listen");
        if (scripts)
        {
            await tab.Page.RunAndWaitForResponseAsync(
                () => tab["#Body"].FillAsync("On **Friday** at nine."),
                answer => answer.Url.EndsWith("/autosave", StringComparison.Ordinal) && answer.Request.PostData?.Contains("Friday", StringComparison.Ordinal) == true);
            await Expect(tab["#preview strong"]).ToHaveTextAsync("Friday");

            // Opened anew; the page that showed the errors would be sent again as it was.
            await tab.GoAsync(tab.Path);
            await Expect(tab["#Body"]).ToHaveValueAsync("On **Friday** at nine.");
            await Soundness.CheckAsync(tab);
        }
        else
        {
            await tab["#Body"].FillAsync("On **Friday** at nine.");
        }

        await tab.PressAsync("#update [value=preview]");
        await Expect(tab[".sheet h1"]).ToHaveTextAsync("The court has agreed to listen");
        await Expect(tab["#publish [value=true]"]).ToHaveTextAsync("Publish and mail 1 person");
        if (scripts)
        {
            await Soundness.CheckAsync(tab);
        }

        await tab.PressAsync("#publish [value=true]");
        await Expect(tab[".updates"]).ToContainTextAsync("Update 1");

        await NightAsync(stage);
        var mail = await site.Mail.WaitAsync(email, "The court has agreed to listen");
        await using var reader = await Tab.OpenAsync(site, Tab.Phone, scripts: scripts);
        await reader.FollowAsync(mail, "/updates/1");
        await Expect(reader[".prose strong"]).ToHaveTextAsync("Friday");
        await reader.PressAsync("main a.btn");
        Assert.Equal(stage.Path, reader.Path);
        await Expect(reader[".updates h3"]).ToHaveTextAsync("The court has agreed to listen");
        Assert.Empty(await reader.Context.CookiesAsync());
        tab.WasQuiet();
        reader.WasQuiet();
    }

    private async Task ReadsAsync(Stage stage, string email)
    {
        var row = stage.Row(email) with { WantsUpdates = true };
        await site.Services.GetRequiredService<SignatureWriter>().TryWrite(row)!;
        await site.Services.GetRequiredService<ConfirmationWriter>().TryWrite(new Confirmation(stage.Organisation.Id, stage.Campaign.Id, row.Id))!;
    }

    private async Task NightAsync(Stage stage)
    {
        await site.InScopeAsync(null, async services =>
        {
            await ActivatorUtilities.CreateInstance<NewsJob>(services).RunAsync(CancellationToken.None);
            return true;
        });
        await site.InDbAsync(null, db => db.Outbox.Where(m => m.CampaignId == stage.Campaign.Id && m.DoneAt == null).ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, m => m.CreatedAt)));
    }
}
