using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Platform.Core.Access;
using Platform.Petitions.Database;
using Platform.Petitions.News;
using Platform.Petitions.Outbox;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Petitions.Tests.Updates;

/// <summary>An update by mail: to whom, how often, in which words.</summary>
public sealed class UpdateMailTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task The_button_says_how_many_and_so_many_are_mailed_in_the_night()
    {
        var (stage, editor) = await SetAsync();
        var readers = new[] { await stage.ReaderAsync("one@counted.example"), await stage.ReaderAsync("two@counted.example") };
        await stage.ReaderAsync("silent@counted.example", wants: false);
        var draft = await host.DraftAsync(stage.Campaign);
        var page = await editor.GetAsync(Address(stage, $"/{draft.Id}/publication"));
        var said = int.Parse(page.Html.QuerySelector("#publish [data-count]")!.GetAttribute("data-count")!, CultureInfo.InvariantCulture);
        Assert.Equal(2, said);
        Assert.Contains("mail 2 people", page.One("#publish [data-count]"), StringComparison.Ordinal);

        await editor.SubmitAsync(page, "#publish", ("mail", "true"));
        await stage.ReaderAsync("late@counted.example");
        await Task.WhenAll(host.LayNewsAsync(), host.LayNewsAsync());
        await host.LayNewsAsync();

        var laid = await stage.LaidAsync(MailKind.UpdateForSigner);
        Assert.Equal(readers.Order(), laid.Select(m => m.Subject).Order());
        Assert.All(laid, m => Assert.True(m.DueAt.UtcDateTime.Hour is >= 20 or < 5 && m.Urgency == MailUrgency.Bulk));
        Assert.Equal("2", (await editor.GetAsync(Address(stage))).Html.QuerySelector("[data-mailed]")!.GetAttribute("data-mailed"));
    }

    [Fact]
    public async Task A_worker_that_dies_in_the_middle_has_mailed_nobody_and_the_next_mails_everybody_once()
    {
        var (stage, _) = await SetAsync();
        var reader = await stage.ReaderAsync("once@killed.example");

        // What other tests left is done, so that the one it takes is this one's.
        await host.LayNewsAsync();
        await host.UpdateAsync(stage.Campaign, mail: true);
        await using (var dying = await host.Services.GetRequiredService<EngineDataSource>().OpenAsync(TestContext.Current.CancellationToken))
        {
            await using var transaction = await dying.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await using var take = new NpgsqlCommand(NewsJob.Next, dying);
            Assert.NotNull(await take.ExecuteScalarAsync(TestContext.Current.CancellationToken));

            // Another worker finds it taken and waits for nothing.
            await host.LayNewsAsync();
            Assert.Empty(await stage.LaidAsync(MailKind.UpdateForSigner));
        }

        await host.LayNewsAsync();
        await host.LayNewsAsync();
        Assert.Equal([reader], (await stage.LaidAsync(MailKind.UpdateForSigner)).Select(m => m.Subject));
    }

    [Fact]
    public async Task The_frame_speaks_the_reader_s_language_and_the_update_stands_as_it_was_written()
    {
        var (stage, _) = await SetAsync();
        await stage.ReaderAsync("leser@words.example", "de");
        await stage.ReaderAsync("khanande@words.example", "fa");
        await host.UpdateAsync(stage.Campaign, "The hearing is on Friday", "Come **all**.\n\n- by nine\n- to [the court](https://court.example/)\n\n<b onclick=x>![p](https://spy.example/p.png)", mail: true);
        await host.LayNewsAsync();
        await stage.NightAsync();

        var german = await host.Mail.WaitAsync("leser@words.example", "The hearing is on Friday");
        Assert.Contains("Neues zu „Bring Kavoos home“", german.Text, StringComparison.Ordinal);
        Assert.Contains("- by nine", german.Text, StringComparison.Ordinal);
        Assert.Contains("https://court.example/", german.Text, StringComparison.Ordinal);
        Assert.Contains("Auf der Seite lesen", german.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", german.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b onclick", german.Html, StringComparison.Ordinal);
        Assert.Contains(stage.Organisation.Name, german.Header("From"), StringComparison.Ordinal);
        Assert.Contains(german.Links, l => l.AbsolutePath == stage.Path + "/updates/1");

        var persian = await host.Mail.WaitAsync("khanande@words.example", "The hearing is on Friday");
        Assert.Contains("dir=\"rtl\"", persian.Html, StringComparison.Ordinal);
        Assert.Contains("""lang="en" dir="ltr" style="margin""", persian.Html, StringComparison.Ordinal);
        Assert.Contains("\r\n- by nine", persian.Text.ReplaceLineEndings("\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_click_stops_the_next_ones_and_what_was_laid_before()
    {
        var (stage, _) = await SetAsync();
        await stage.ReaderAsync("stops@stopped.example");
        await host.UpdateAsync(stage.Campaign, "First news", mail: true);
        await host.LayNewsAsync();
        await stage.NightAsync();
        var mail = await host.Mail.WaitAsync("stops@stopped.example", "First news");
        Assert.Equal("List-Unsubscribe=One-Click", mail.Header("List-Unsubscribe-Post"));

        await LastMailedAsync(stage, hours: 25);
        await host.UpdateAsync(stage.Campaign, "Second news", mail: true);
        await host.LayNewsAsync();
        var stop = new Uri(mail.Header("List-Unsubscribe")!.Trim('<', '>')).PathAndQuery;
        using var answer = await host.Visitor().Http.PostAsync(new Uri(stop, UriKind.Relative), new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]), TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode);
        await stage.NightAsync();
        await EndedAsync(stage, MailOutcome.Dropped);

        await LastMailedAsync(stage, hours: 25);
        await host.UpdateAsync(stage.Campaign, "Third news", mail: true);
        await host.LayNewsAsync();
        Assert.Equal(2, (await stage.LaidAsync(MailKind.UpdateForSigner)).Count);
        Assert.Single(await host.Mail.ToAsync("stops@stopped.example", "news"));
    }

    [Fact]
    public async Task One_a_day_is_mailed_and_the_next_can_be_published_without()
    {
        var (stage, editor) = await SetAsync();
        await stage.ReaderAsync("daily@flood.example");
        await host.UpdateAsync(stage.Campaign, "First of the day", mail: true);
        var draft = await host.DraftAsync(stage.Campaign, "Second of the day");
        var page = await editor.GetAsync(Address(stage, $"/{draft.Id}/publication"));
        Assert.NotNull(page.One("#mailed-lately"));
        Assert.Null(page.Html.QuerySelector("#publish [value=true]"));

        page = await editor.SubmitAsync(page, "#publish", ("mail", "true"));
        Assert.NotNull(page.One("#mailed-lately"));
        Assert.True(await host.InDbAsync(stage.Organisation.Id, db => db.Updates.AnyAsync(u => u.Id == draft.Id && u.PublishedAt == null)));
        await LastMailedAsync(stage, hours: 25);
        page = await editor.SubmitAsync(await editor.GetAsync(Address(stage, $"/{draft.Id}/publication")), "#publish", ("mail", "true"));
        Assert.Equal(Address(stage), page.Address.AbsolutePath);
        Assert.Equal(2, await host.InDbAsync(stage.Organisation.Id, db => db.NewsMailings.CountAsync()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_taken_back_before_it_leaves_is_mailed_to_nobody(bool laid)
    {
        var (stage, editor) = await SetAsync();
        await stage.ReaderAsync($"spared-{laid}@taken.example".ToLowerInvariant());
        var update = await host.UpdateAsync(stage.Campaign, "Said too early", mail: true);
        if (laid)
        {
            await host.LayNewsAsync();
        }

        await editor.SubmitAsync(await editor.GetAsync(Address(stage, $"/{update.Id}/removal")), "#remove");
        await host.LayNewsAsync();
        Assert.Equal(laid ? 1 : 0, (await stage.LaidAsync(MailKind.UpdateForSigner)).Count);
        await stage.NightAsync();
        await EndedAsync(stage, MailOutcome.Dropped);
    }

    private async Task<(Stage Stage, Visitor Editor)> SetAsync()
    {
        var stage = await Stage.SetAsync(host);
        return (stage, (await host.MemberAsync(stage.Organisation, MemberRole.Editor)).Visitor);
    }

    private Task<int> LastMailedAsync(Stage stage, int hours) => host.InDbAsync(
        stage.Organisation.Id, db => db.NewsMailings.ExecuteUpdateAsync(set => set.SetProperty(m => m.AskedAt, m => m.AskedAt.AddHours(-hours))));

    /// <summary>The newest of the laid mails ends so, and none waits.</summary>
    private static Task<List<OutboxMail>> EndedAsync(Stage stage, MailOutcome outcome) => Until.SeenAsync(
        () => stage.LaidAsync(MailKind.UpdateForSigner), laid => laid.All(m => m.DoneAt is not null) && (laid.Count == 0 || laid.MaxBy(m => m.Id)!.Outcome == outcome), $"the mails end {outcome}");

    private static string Address(Stage stage, string below = "") => $"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/updates{below}";
}
