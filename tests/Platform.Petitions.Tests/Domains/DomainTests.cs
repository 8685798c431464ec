using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Domains;
using Platform.Petitions.Organisations;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Petitions.Tests.Domains;

public sealed class DomainTests(DomainWorld world) : IClassFixture<DomainWorld>
{
    [Fact]
    public async Task A_domain_serves_its_organisation_from_the_proof_on_and_not_before()
    {
        var (organisation, owner, _, domain) = await world.OwnerAsync();
        var campaign = await world.CampaignAsync(organisation, world.Author);
        var page = await world.ClaimAsync(organisation, owner, domain.ToUpperInvariant() + ".");
        var claim = (await world.ClaimOfAsync(organisation))!;
        Assert.Equal("Waiting for the record", page.One("#state"));
        Assert.Equal(["_undersigned." + domain, claim.Token, domain, "localhost"], page.Html.QuerySelectorAll("dd code").Select(code => code.TextContent));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor(domain).GetAsync("/")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor().GetAsync("/health/domain?domain=" + domain)).Status);

        page = await world.CheckAsync(organisation, owner);
        Assert.Contains("not there yet", page.One("#found"), StringComparison.Ordinal);
        Assert.Null(await world.DomainOfAsync(organisation));

        await world.WriteAsync(organisation);
        page = await world.CheckAsync(organisation, owner);
        Assert.Equal(("The record is there.", "In use"), (page.One("#found"), page.One("#state")));
        var home = await world.Visitor(domain).GetAsync("/");
        Assert.Equal((HttpStatusCode.OK, organisation.Name, organisation.Name), (home.Status, home.One("h1"), home.One(".mark")));
        foreach (var read in new[] { await world.Visitor(domain).GetAsync($"/{campaign.Slug}"), await world.Visitor().GetAsync($"/{organisation.Slug}/{campaign.Slug}") })
        {
            Assert.Equal($"http://{domain}/{campaign.Slug}", read.Html.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        }

        using var asked = await world.Visitor().RawAsync("/health/domain?domain=" + domain.ToUpperInvariant());
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.Equal(["domain.claimed", "domain.verified"], await world.AuditAsync(organisation));
    }

    [Fact]
    public async Task The_record_is_looked_for_by_itself_for_a_week_and_again_when_an_owner_asks()
    {
        var (organisation, owner, _, domain) = await world.OwnerAsync();
        var (late, lateOwner, _, lateDomain) = await world.OwnerAsync();
        await world.ClaimAsync(organisation, owner, domain);
        await world.ClaimAsync(late, lateOwner, lateDomain);
        await ShiftAsync(late, TimeSpan.FromDays(8));
        await world.WriteAsync(organisation);
        await world.WorkAsync();
        await Until.TrueAsync(async () => await world.DomainOfAsync(organisation) == domain, "the domain is in use");
        Assert.Null((await world.ClaimOfAsync(late))!.CheckedAt);
        Assert.Equal("Not found", (await lateOwner.GetAsync(DomainWorld.Desk(late))).One("#state"));

        await world.CheckAsync(late, lateOwner);
        Assert.Equal("Waiting for the record", (await lateOwner.GetAsync(DomainWorld.Desk(late))).One("#state"));
        Assert.NotNull((await world.ClaimOfAsync(late))!.CheckedAt);
    }

    [Fact]
    public async Task Two_may_claim_a_domain_and_the_first_to_prove_it_has_it()
    {
        var (first, firstOwner, _, domain) = await world.OwnerAsync();
        var (second, secondOwner, _, _) = await world.OwnerAsync();
        var (third, thirdOwner, _, _) = await world.OwnerAsync();
        await world.ClaimAsync(first, firstOwner, domain);
        await world.ClaimAsync(second, secondOwner, domain);
        Assert.NotEqual((await world.ClaimOfAsync(first))!.Token, (await world.ClaimOfAsync(second))!.Token);

        // The record of one proves nothing for the other.
        await world.WriteAsync(second);
        Assert.Equal(DomainFound.Absent, await world.LookAsync(first));
        Assert.Equal(DomainFound.There, await world.LookAsync(second));
        await world.WriteAsync(first);
        var page = await world.CheckAsync(first, firstOwner);
        Assert.Contains("another organisation has proven", page.One("#found"), StringComparison.Ordinal);
        Assert.Equal((null, domain), (await world.DomainOfAsync(first), await world.DomainOfAsync(second)));

        page = await world.ClaimAsync(third, thirdOwner, domain);
        Assert.Contains("Another organisation has proven this domain", page.One("#Domain-error"), StringComparison.Ordinal);
        Assert.Null(await world.ClaimOfAsync(third));
    }

    [Fact]
    public async Task Owners_are_warned_of_a_record_that_is_gone_and_the_domain_stays_for_two_weeks()
    {
        var (organisation, owner, mail, domain) = await world.OwnerAsync();
        await world.ClaimAsync(organisation, owner, domain);
        await world.WriteAsync(organisation);
        await world.LookAsync(organisation);
        var claim = (await world.ClaimOfAsync(organisation))!;

        world.Dns.Fail(claim, fails: true);
        Assert.Equal(DomainFound.NoAnswer, await world.LookAsync(organisation));
        Assert.Null((await world.ClaimOfAsync(organisation))!.MissingSince);
        world.Dns.Fail(claim, fails: false);

        world.Dns.Wipe(claim);
        await world.LookAsync(organisation);
        await world.LookAsync(organisation);
        var warning = await world.Mail.WaitAsync(mail, $"A DNS record of {domain} is gone");
        Assert.Contains(warning.Links, link => link.AbsolutePath == DomainWorld.Desk(organisation));
        Assert.Equal("Record gone", (await owner.GetAsync(DomainWorld.Desk(organisation))).One("#state"));
        Assert.Equal(HttpStatusCode.OK, (await world.Visitor(domain).GetAsync("/")).Status);

        world.Dns.Write(claim);
        await world.LookAsync(organisation);
        Assert.Null((await world.ClaimOfAsync(organisation))!.MissingSince);

        world.Dns.Wipe(claim);
        await world.LookAsync(organisation);
        await world.InDbAsync(organisation.Id, db => db.DomainClaims.ExecuteUpdateAsync(set => set.SetProperty(c => c.MissingSince, c => c.MissingSince - TimeSpan.FromDays(14))));
        await world.LookAsync(organisation);
        Assert.Null(await world.DomainOfAsync(organisation));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor(domain).GetAsync("/")).Status);
        await world.Mail.WaitAsync(mail, "no longer leads to your petitions");
        Assert.Equal(["domain.claimed", "domain.verified", "domain.missing", "domain.back", "domain.missing", "domain.lost"], await world.AuditAsync(organisation));
    }

    [Fact]
    public async Task A_domain_in_use_is_looked_at_once_a_day()
    {
        var (organisation, owner, _, domain) = await world.OwnerAsync();
        await world.ClaimAsync(organisation, owner, domain);
        await world.WriteAsync(organisation);
        await world.LookAsync(organisation);
        await world.InDbAsync(organisation.Id, db => db.DomainClaims.ExecuteUpdateAsync(set => set.SetProperty(c => c.CheckedAt, c => c.CheckedAt - TimeSpan.FromHours(25))));
        var before = (await world.ClaimOfAsync(organisation))!.CheckedAt;
        await world.WorkAsync();
        await Until.TrueAsync(async () => (await world.ClaimOfAsync(organisation))!.CheckedAt > before!.Value.AddHours(24), "it was looked at");
    }

    [Fact]
    public async Task A_domain_is_given_back_and_can_be_another_s()
    {
        var (organisation, owner, _, domain) = await world.OwnerAsync();
        await world.ClaimAsync(organisation, owner, domain);
        await world.WriteAsync(organisation);
        await world.LookAsync(organisation);
        Assert.Equal(HttpStatusCode.OK, (await world.Visitor(domain).GetAsync("/")).Status);
        var page = await owner.SubmitAsync(await owner.GetAsync(DomainWorld.Desk(organisation)), "#remove");
        Assert.NotNull(page.Html.QuerySelector("#claim"));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor(domain).GetAsync("/")).Status);
        Assert.Contains("domain.removed", await world.AuditAsync(organisation));

        var (next, nextOwner, _, _) = await world.OwnerAsync();
        await world.ClaimAsync(next, nextOwner, domain);
        await world.WriteAsync(next);
        Assert.Equal(DomainFound.There, await world.LookAsync(next));
    }

    [Fact]
    public async Task Admins_see_whose_domain_is_what()
    {
        var (organisation, owner, _, domain) = await world.OwnerAsync();
        await world.ClaimAsync(organisation, owner, domain);
        var admin = await world.AtDeskAsync(await world.UserAsync(role: PlatformRole.Admin));
        Assert.Contains($"{domain} Waiting for the record", (await admin.GetAsync($"/admin/organisations?q={organisation.Slug}")).Text, StringComparison.Ordinal);
        await world.WriteAsync(organisation);
        await world.LookAsync(organisation);
        Assert.Contains($"{domain} In use", (await admin.GetAsync($"/admin/organisations?q={organisation.Slug}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("localhost")]
    [InlineData("unknown.example")]
    [InlineData("%00")]
    [InlineData("petitions.example/../x")]
    public async Task A_proxy_is_refused_a_certificate_for_any_other_name(string name)
    {
        using var answer = await world.Visitor().RawAsync($"/health/domain?domain={name}");
        Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{name}: {answer.StatusCode}");
    }

    private Task<int> ShiftAsync(Organisation organisation, TimeSpan back) => world.InDbAsync(organisation.Id, db =>
        db.DomainClaims.ExecuteUpdateAsync(set => set.SetProperty(c => c.AskedSince, c => c.AskedSince - back)));
}
