using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Access;
using Platform.Petitions.ShareTexts;
using Platform.Petitions.Tests.CampaignPage;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.ShareTexts;

/// <summary>An organiser's words on the way to other people: offered in turns, counted, compared.</summary>
public sealed class ShareTextPageTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    [Fact]
    public async Task Without_texts_of_the_organiser_s_a_share_is_what_it_was()
    {
        var stage = await Stage.SetAsync(world);

        // As in rows from before there were any.
        await world.InDbAsync(stage.Organisation.Id, db => db.Database.ExecuteSqlAsync($"update petitions.campaigns set share_texts = null where id = {stage.Campaign.Id}"));
        var page = await world.Visitor().GetAsync(stage.Path);
        Assert.Equal($"https://wa.me/?text={Uri.EscapeDataString($"{stage.Campaign.Title} http://localhost{stage.Path}")}", Link(page, "wa.me"));
        Assert.Equal("", page.Html.QuerySelector("[data-share]")!.GetAttribute("data-text"));

        var signed = await SignAsync(stage, "plain@mail.example");
        var words = $"I signed “{stage.Campaign.Title}”. Will you?";
        Assert.Equal($"https://wa.me/?text={Uri.EscapeDataString($"{words} http://localhost{stage.Path}?from=signer")}", Link(signed, "wa.me"));
        Assert.Equal(words, signed.Html.QuerySelector("[data-share]")!.GetAttribute("data-text"));
    }

    [Fact]
    public async Task Each_copy_of_the_page_draws_one_and_its_links_say_which_and_how()
    {
        var stage = await Stage.SetAsync(world);
        await world.OfferShareTextsAsync(stage.Campaign, "Help him stay", "He is one of us & ours");
        foreach (var (number, words) in new[] { (1, "Help him stay"), (2, "He is one of us & ours") })
        {
            var page = await stage.UntilAsync(world.Visitor(), p => p.Html.QuerySelector("[data-share]")!.GetAttribute("data-text") == words);
            string Address(string channel) => $"http://localhost{stage.Path}?from=share{number}-{channel}";
            Assert.Equal(Address("menu"), page.Html.QuerySelector("[data-share]")!.GetAttribute("data-url"));
            Assert.Equal($"https://wa.me/?text={Uri.EscapeDataString($"{words} {Address("whatsapp")}")}", Link(page, "wa.me"));
            Assert.Equal($"https://t.me/share/url?url={Uri.EscapeDataString(Address("telegram"))}&text={Uri.EscapeDataString(words)}", Link(page, "t.me"));
            Assert.Equal($"https://x.com/intent/post?text={Uri.EscapeDataString(words)}&url={Uri.EscapeDataString(Address("x"))}", Link(page, "x.com"));
            Assert.Equal($"mailto:?subject={Uri.EscapeDataString(stage.Campaign.Title)}&body={Uri.EscapeDataString($"{words}\n\n{Address("mail")}")}", Link(page, "mailto:"));

            // What takes no words is no part of the comparison.
            Assert.DoesNotContain("share1-", Link(page, "facebook") + page.Html.QuerySelector("[data-copy]")!.GetAttribute("data-copy"), StringComparison.Ordinal);
            Assert.False(page.Response.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task Words_go_with_the_language_they_were_written_for()
    {
        var stage = await Stage.SetAsync(world, with: c => c.Translations.Add(("fa", "کاووس را به خانه بازگردانید", "پرونده", "او")));
        await world.OfferShareTextsInAsync(stage.Campaign, "fa", "او یکی از ماست");
        Assert.Equal("", (await world.Visitor().GetAsync(stage.Path)).Html.QuerySelector("[data-share]")!.GetAttribute("data-text"));
        var page = await world.Visitor().GetAsync(stage.Path + "?lang=fa");
        Assert.Equal("او یکی از ماست", page.Html.QuerySelector("[data-share]")!.GetAttribute("data-text"));
        Assert.Contains(Uri.EscapeDataString("?from=share1-x&lang=fa"), Link(page, "x.com"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signers_get_them_in_turn_and_the_desk_knows_what_each_brought()
    {
        var stage = await Stage.SetAsync(world);
        await world.ConfirmedSignersAsync(stage.Campaign, 4);
        await world.OfferShareTextsAsync(stage.Campaign, "Help him stay", "He is one of us");
        var fifth = await SignAsync(stage, "fifth@mail.example");
        Assert.Contains(Uri.EscapeDataString("He is one of us"), Link(fifth, "x.com"), StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString("?from=share2-x"), Link(fifth, "x.com"), StringComparison.Ordinal);
        var sixth = await SignAsync(stage, "sixth@mail.example", "share2-whatsapp");
        Assert.Contains(Uri.EscapeDataString("Help him stay"), Link(sixth, "x.com"), StringComparison.Ordinal);
        var seventh = await SignAsync(stage, "seventh@mail.example", "share2-menu");
        Assert.Contains(Uri.EscapeDataString("He is one of us"), Link(seventh, "x.com"), StringComparison.Ordinal);

        var desk = await (await ViewerAsync(stage)).GetAsync(Desk(stage));
        Assert.Equal([("text-1", "0", "1"), ("text-2", "2", "2")], Lines(desk));
        Assert.Contains("Share menu of the device 1 · WhatsApp 1", desk.One("#text-2"), StringComparison.Ordinal);
        Assert.NotNull(desk.Html.QuerySelector("[data-verdict=too-early]"));
        Assert.Empty(desk.Html.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task An_organiser_writes_offers_and_keeps_one()
    {
        var stage = await Stage.SetAsync(world);
        var editor = (await world.MemberAsync(stage.Organisation, MemberRole.Editor)).Visitor;
        var wrong = await editor.SubmitAsync(await editor.GetAsync($"{Desk(stage)}/en"), "#share-texts", ("Words[0]", "See www.elsewhere.example"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.NotNull(wrong.Html.QuerySelector("#Words_0_-error"));

        var list = await editor.SubmitAsync(wrong, "#share-texts", ("Words[0]", "Help him stay"), ("Words[2]", "He is one of us"));
        Assert.Equal(["Help him stay", "He is one of us"], list.Html.QuerySelectorAll(".updates p[lang=en]").Select(p => p.TextContent));
        list = await editor.SubmitAsync(list, "#text-2 form");
        Assert.Null(list.Html.QuerySelector("[data-verdict]"));
        var page = await world.Visitor().GetAsync(stage.Path);
        Assert.Equal("He is one of us", page.Html.QuerySelector("[data-share]")!.GetAttribute("data-text"));

        // What is kept stands in the form, to go into the next comparison under a number of its own.
        var next = await editor.GetAsync($"{Desk(stage)}/en");
        Assert.Equal("He is one of us", next.Html.QuerySelector("#Words_0_")!.TextContent.Trim());
        await editor.SubmitAsync(next, "#share-texts", ("Words[1]", "Eleven years are a life"));
        var ended = await editor.SubmitAsync(await editor.GetAsync(Desk(stage)), "#texts-en > form");
        Assert.Equal(["text-4", "text-3", "text-2", "text-1"], ended.Html.QuerySelectorAll("details .updates li").Select(li => li.Id));
        Assert.Equal("", (await world.Visitor().GetAsync(stage.Path)).Html.QuerySelector("[data-share]")!.GetAttribute("data-text"));
        Assert.Equal(
            ["share-texts.offer", "share-texts.keep", "share-texts.offer", "share-texts.keep"],
            await world.InDbAsync(stage.Organisation.Id, db => db.Audit.Where(a => a.Action.StartsWith("share-texts")).OrderBy(a => a.Id).Select(a => a.Action).ToListAsync()));
    }

    [Fact]
    public async Task Those_that_ended_early_were_shown_until_then_and_the_others_took_their_turns()
    {
        var stage = await Stage.SetAsync(world);
        await world.OfferShareTextsAsync(stage.Campaign, "One", "Two", "Three");
        await world.ConfirmedSignersAsync(stage.Campaign, 6);
        Assert.True(await world.InScopeAsync(stage.Organisation.Id, services => services.GetRequiredService<ChangeShareTexts>().RemoveAsync(stage.Campaign.Id, 3, "It names a private person.", CancellationToken.None)));
        await world.ConfirmedSignersAsync(stage.Campaign, 6);
        var desk = await (await ViewerAsync(stage)).GetAsync(Desk(stage));
        Assert.Equal([("text-1", "0", "5"), ("text-2", "0", "5"), ("text-3", "0", null)], Lines(desk));
        Assert.Contains("It names a private person.", desk.One("#text-3 .notice"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_is_called_one_when_it_is_certain_enough()
    {
        var stage = await Stage.SetAsync(world);
        await world.OfferShareTextsAsync(stage.Campaign, "One", "Two");
        await world.InDbAsync(stage.Organisation.Id, db => db.Database.ExecuteSqlAsync(
            $"insert into petitions.campaign_sources (tenant_id, campaign_id, source, confirmed) values ({stage.Organisation.Id}, {stage.Campaign.Id}, 'share1-mail', 20), ({stage.Organisation.Id}, {stage.Campaign.Id}, 'share2-x', 60)"));
        var desk = await (await ViewerAsync(stage)).GetAsync(Desk(stage));
        Assert.Contains("Text 2 brings more.", desk.One("[data-verdict=leads]"), StringComparison.Ordinal);
        Assert.Contains("likely 60% to 86%", desk.One("#text-2"), StringComparison.Ordinal);
    }

    private async Task<Page> SignAsync(Stage stage, string email, string? from = null)
    {
        await stage.SignAsync(world.Visitor(), "Maxine Kowalski", email, ("From", from));
        return await stage.ConfirmAsync(world.Visitor(), email);
    }

    private async Task<Visitor> ViewerAsync(Stage stage) => (await world.MemberAsync(stage.Organisation, MemberRole.Viewer)).Visitor;

    private static string Desk(Stage stage) => $"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/sharing/texts";

    private static string Link(Page page, string part) => page.Html.QuerySelectorAll(".share a").Single(a => a.GetAttribute("href")!.Contains(part, StringComparison.Ordinal)).GetAttribute("href")!;

    private static IEnumerable<(string?, string?, string?)> Lines(Page desk) => desk.Html.QuerySelectorAll(".updates > li")
        .Select(li => (li.Id, li.QuerySelector("[data-brought]")!.GetAttribute("data-brought"), li.QuerySelector("[data-shown]")?.GetAttribute("data-shown")));
}
