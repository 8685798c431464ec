using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Tests.CampaignPage;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.ApiKeys;

public sealed class ApiKeyTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    [Fact]
    public async Task A_key_is_made_by_an_owner_shown_once_kept_as_a_hash_and_stops_when_it_is_revoked()
    {
        var (owner, _) = await world.MemberAsync(world.Organisation, MemberRole.Owner);
        var here = $"/{world.Organisation.Slug}/desk/keys";
        var made = await owner.SubmitAsync(await owner.GetAsync(here), "#make", ("Name", "Members list"), ("WriteDrafts", "true"));
        var key = made.Html.QuerySelector("#secret")!.GetAttribute("value")!;
        Assert.Null((await owner.GetAsync(here)).Html.QuerySelector("#secret"));
        var stored = await world.InDbAsync(world.Organisation.Id, db => db.ApiKeys.SingleAsync(k => k.Name == "Members list"));
        Assert.DoesNotContain(Convert.ToBase64String(stored.SecretHash).TrimEnd('='), key, StringComparison.Ordinal);

        Assert.Equal(201, (await world.SendAsync("POST", "/api/v1/own/drafts", key, new { title = "By key", language = "en" })).Status);
        Assert.NotNull(await world.InDbAsync(world.Organisation.Id, db => db.ApiKeys.Where(k => k.Id == stored.Id).Select(k => k.LastUsedAt).SingleAsync()));

        await owner.SubmitAsync(await owner.GetAsync(here), $"form[action$='{stored.Id}/revocation']");
        Assert.Equal(401, (await world.SendAsync("POST", "/api/v1/own/drafts", key, new { title = "By key", language = "en" })).Status);
        var noted = await world.InDbAsync(null, db => db.Audit.Where(a => a.TenantId == world.Organisation.Id).Select(a => a.Action + " " + a.ActorName).ToListAsync());
        Assert.Contains(noted, line => line.StartsWith("key.made", StringComparison.Ordinal));
        Assert.Contains(noted, line => line.StartsWith("key.revoked", StringComparison.Ordinal));
        Assert.Contains("campaign.start key Members list", noted);
    }

    [Fact]
    public async Task A_key_without_a_name_or_without_anything_it_may_is_not_made()
    {
        var (owner, _) = await world.MemberAsync(world.Organisation, MemberRole.Owner);
        var here = $"/{world.Organisation.Slug}/desk/keys";
        var page = await owner.SubmitAsync(await owner.GetAsync(here), "#make", ("Name", " "));
        Assert.Null(page.Html.QuerySelector("#secret"));
        Assert.NotNull(page.Html.QuerySelector(".errors"));
    }

    [Fact]
    public async Task A_key_opens_what_its_scopes_say_and_nothing_of_another_organisation()
    {
        var (mine, other) = (world.Organisation, await world.OrganisationAsync());
        var theirs = await world.CampaignAsync(other, world.Author);
        var read = await world.KeyAsync(mine, world.Author, KeyScope.ReadSignatures);
        var campaign = await world.CampaignAsync();

        Assert.Equal(200, (await world.SendAsync("GET", $"/api/v1/own/campaigns/{campaign.Id}/signatures", read)).Status);
        Assert.Equal(403, (await world.SendAsync("POST", "/api/v1/own/drafts", read, new { title = "x", language = "en" })).Status);
        Assert.Equal(403, (await world.SendAsync("POST", $"/api/v1/own/campaigns/{campaign.Id}/signatures", read, new { })).Status);
        Assert.Equal(404, (await world.SendAsync("GET", $"/api/v1/own/campaigns/{theirs.Id}/signatures", read)).Status);
        var all = await world.KeyAsync(mine, world.Author, KeyScope.WriteDrafts | KeyScope.Sign);
        Assert.Equal(404, (await world.SendAsync("GET", $"/api/v1/own/drafts/{theirs.Id}", all)).Status);
        Assert.Equal(404, (await world.SendAsync("PATCH", $"/api/v1/own/drafts/{theirs.Id}", all, new { title = "Mine now" })).Status);
        Assert.Equal(404, (await world.SendAsync("POST", $"/api/v1/own/campaigns/{theirs.Id}/signatures", all, Signer.Of("someone@example.org"), "word-of-mine")).Status);
        Assert.Equal(401, (await world.SendAsync("GET", $"http://{other.Slug}.petitions.example/api/v1/own/campaigns/{theirs.Id}/signatures", read)).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("undersigned_")]
    [InlineData("undersigned_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("undersigned_!!!!")]
    public async Task Without_a_key_that_somebody_has_there_is_nothing(string? key)
    {
        var (status, problem) = await world.SendAsync("GET", $"/api/v1/own/drafts/{Guid.NewGuid()}", key);
        Assert.Equal(401, status);
        Assert.Equal(401, problem.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task A_key_with_another_secret_and_one_of_a_suspended_organisation_open_nothing()
    {
        var organisation = await world.OrganisationAsync();
        var key = await world.KeyAsync(organisation, world.Author, KeyScope.WriteDrafts);
        var address = $"/api/v1/own/drafts/{Guid.NewGuid()}";
        Assert.Equal(404, (await world.SendAsync("GET", address, key)).Status);
        Assert.Equal(401, (await world.SendAsync("GET", address, key[..^6] + (key[^6] == 'A' ? 'B' : 'A') + key[^5..])).Status);
        await world.InDbAsync(null, db => db.Organisations.Where(o => o.Id == organisation.Id).ExecuteUpdateAsync(set => set.SetProperty(o => o.SuspendedAt, TimeProvider.System.GetUtcNow())));
        Assert.Equal(401, (await world.SendAsync("GET", address, key)).Status);
    }

    [Fact]
    public async Task A_session_at_the_desk_is_no_key()
    {
        var (owner, _) = await world.MemberAsync(world.Organisation, MemberRole.Owner);
        Assert.Equal(HttpStatusCode.Unauthorized, (await owner.RawAsync($"/api/v1/own/drafts/{Guid.NewGuid()}")).StatusCode);
    }
}

internal static class Signer
{
    public static object Of(string email, string name = "Maxine Kowalski", bool consent = true) => new { name, email, country = "CA", consent, language = "en" };
}
