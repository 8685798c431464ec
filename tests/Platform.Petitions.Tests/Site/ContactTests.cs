using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions.Abuse;
using Platform.Petitions.Tests.Moderation;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Site;

public sealed class ContactTests(StaffWorld world) : IClassFixture<StaffWorld>
{
    [Fact]
    public async Task A_message_needs_words_and_reaches_the_admins_with_browser_and_petition()
    {
        var visitor = world.Visitor();
        visitor.Http.DefaultRequestHeaders.UserAgent.ParseAdd("Lynx/2.9");
        var form = await visitor.GetAsync("/contact?petition=1042");
        Assert.Equal("1042", form.Html.QuerySelector("#Petition")!.GetAttribute("value"));
        Assert.NotNull((await visitor.SubmitAsync(form, "main form", ("Text", "  "))).Html.QuerySelector("#Text-error"));
        Assert.NotNull((await visitor.SubmitAsync(form, "main form", ("Text", "Hello"), ("Email", "nobody"))).Html.QuerySelector("#Email-error"));
        var done = await visitor.SubmitAsync(form, "main form", ("Text", "Where is **my** petition?"), ("Email", "writer@contact.example"));
        Assert.Contains("on its way", done.Text, StringComparison.Ordinal);

        var mail = await world.Mail.WaitAsync(world.AdminUser.Email!);
        foreach (var words in new[] { "Where is **my** petition?", "Lynx/2.9", "1042" })
        {
            Assert.Contains(words, mail.Text, StringComparison.Ordinal);
        }

        Assert.Contains("writer@contact.example", mail.Header("Reply-To"), StringComparison.Ordinal);
        Assert.DoesNotContain("<strong>my</strong>", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organisations_form_writes_to_its_owners()
    {
        var (organisation, owner) = (await world.OrganisationAsync(), await world.UserAsync("Olive Owner"));
        await world.JoinAsync(owner, organisation);
        var form = await world.Visitor().GetAsync($"/{organisation.Slug}/contact");
        Assert.Contains(organisation.Name, form.Text, StringComparison.Ordinal);
        await world.Visitor().SubmitAsync(form, "main form", ("Text", "Thank you all."));
        Assert.Contains("Thank you all.", (await world.Mail.WaitAsync(owner.Email!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_blocked_sees_the_same_page_and_nobody_gets_anything()
    {
        await world.InDbAsync(null, db =>
        {
            db.ListEntries.Add(new ListEntry { Kind = ListKind.Domain, Allow = false, Pattern = "blocked.example" });
            return db.SaveChangesAsync();
        });
        await world.Services.GetRequiredService<AbuseKeeper>().StepAsync(TestContext.Current.CancellationToken);
        var form = await world.Visitor().GetAsync("/contact");
        var done = await world.Visitor().SubmitAsync(form, "main form", ("Text", "Buy this"), ("Email", "seller@blocked.example"));
        Assert.Contains("on its way", done.Text, StringComparison.Ordinal);
        Assert.False(await world.InDbAsync(null, db => db.ContactMessages.AnyAsync(m => m.Text == "Buy this")));
    }
}
