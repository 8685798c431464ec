using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Signatures;
using Platform.Petitions.Tests.ApiKeys;
using Platform.Petitions.Tests.CampaignPage;
using Platform.Testing.Data;
using Xunit;

namespace Platform.Petitions.Tests.OwnApi;

public sealed class OwnSignatureTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    [Fact]
    public async Task An_organisation_reads_its_signatures_in_parts_and_later_only_what_came_since()
    {
        var (campaign, key) = (await world.CampaignAsync(), await KeyAsync(KeyScope.ReadSignatures));
        await world.ConfirmedSignersAsync(campaign, 7);
        await world.ConfirmedSignersAsync(campaign, 3, new SignerSpec { State = SignatureState.Pending });
        var address = $"/api/v1/own/campaigns/{campaign.Id}/signatures";
        var (numbers, cursor) = (new List<long>(), "");
        for (string? next = address + "?limit=3"; next is not null;)
        {
            var (status, part) = await world.SendAsync("GET", next, key);
            Assert.Equal(200, status);
            numbers.AddRange(part.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("number").GetInt64()));
            Assert.All(part.GetProperty("items").EnumerateArray(), i => Assert.Null(i.GetProperty("email").GetString()));
            (cursor, next) = (part.GetProperty("cursor").GetString()!, part.GetProperty("links").GetProperty("next").GetString() is { } link ? new Uri(link).PathAndQuery : null);
        }

        Assert.Equal(Enumerable.Range(1, 7).Select(n => (long)n), numbers);
        await world.ConfirmedSignersAsync(campaign, 2);
        var (_, since) = await world.SendAsync("GET", $"{address}?cursor={cursor}", key);
        Assert.Equal([8L, 9L], since.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("number").GetInt64()));
        Assert.Equal(4, await world.InDbAsync(null, db => db.Audit.CountAsync(a => a.CampaignId == campaign.Id && a.Action == "signatures.export" && a.ActorName == "key Newsletter")));
    }

    [Fact]
    public async Task Who_is_signed_on_behalf_of_gets_the_mail_and_counts_only_once_it_is_answered()
    {
        var (campaign, key) = (await world.CampaignAsync(), await KeyAsync(KeyScope.Sign));
        var (address, email) = ($"/api/v1/own/campaigns/{campaign.Id}/signatures", $"passed-{Guid.NewGuid():N}@example.org");
        for (var again = 0; again < 3; again++)
        {
            var (status, receipt) = await world.SendAsync("POST", address, key, Signer.Of(email), "first-request");
            Assert.Equal((202, "mailSent"), (status, receipt.GetProperty("state").GetString()));
        }

        Assert.Equal(202, (await world.SendAsync("POST", address, key, Signer.Of(email), "second-request")).Status);
        var state = await world.InDbAsync(world.Organisation.Id, db => db.Signatures.Where(s => s.CampaignId == campaign.Id).Select(s => s.State).SingleAsync());
        Assert.Equal(SignatureState.Pending, state);
        await world.Mail.WaitAsync(email);
        Assert.Equal(0, await CountAsync(campaign));
        Assert.Equal(409, (await world.SendAsync("POST", address, key, Signer.Of("other@example.org"), "first-request")).Status);
    }

    [Fact]
    public async Task Without_consent_a_word_or_an_address_nothing_is_signed()
    {
        var (campaign, key) = (await world.CampaignAsync(), await KeyAsync(KeyScope.Sign));
        var address = $"/api/v1/own/campaigns/{campaign.Id}/signatures";
        Assert.Equal(400, (await world.SendAsync("POST", address, key, Signer.Of("a@example.org"))).Status);
        Assert.Equal(422, (await world.SendAsync("POST", address, key, Signer.Of("a@example.org", consent: false), "a-good-word")).Status);
        Assert.Equal(422, (await world.SendAsync("POST", address, key, Signer.Of("nowhere"), "a-good-word")).Status);
        Assert.Equal(422, (await world.SendAsync("POST", address, key, Signer.Of("a@example.org", name: "=cmd()"), "a-good-word")).Status);
        Assert.Equal(0, await world.InDbAsync(world.Organisation.Id, db => db.Signatures.CountAsync(s => s.CampaignId == campaign.Id)));
    }

    [Fact]
    public async Task A_statement_that_signers_are_asked_for_is_asked_of_programs_too()
    {
        var (campaign, key) = (await world.CampaignAsync(with: c => c.Eligibility = "I live in Toronto"), await KeyAsync(KeyScope.Sign));
        var address = $"/api/v1/own/campaigns/{campaign.Id}/signatures";
        var (status, problem) = await world.SendAsync("POST", address, key, Signer.Of("resident@example.org"), "without-the-statement");
        Assert.Equal((422, true), (status, problem.GetProperty("detail").GetString()!.Contains("eligible", StringComparison.Ordinal)));
        Assert.Equal(202, (await world.SendAsync("POST", address, key, new { name = "Maxine Kowalski", email = "resident@example.org", consent = true, eligible = true }, "with-the-statement")).Status);
    }

    [Theory]
    [InlineData(CampaignStatus.Draft)]
    [InlineData(CampaignStatus.Closed)]
    [InlineData(CampaignStatus.Suspended)]
    public async Task What_takes_no_signatures_takes_none_from_programs(CampaignStatus status)
    {
        var (campaign, key) = (await world.CampaignAsync(status), await KeyAsync(KeyScope.Sign));
        Assert.Equal(409, (await world.SendAsync("POST", $"/api/v1/own/campaigns/{campaign.Id}/signatures", key, Signer.Of("a@example.org"), "a-good-word")).Status);
        Assert.Equal(0, await world.InDbAsync(world.Organisation.Id, db => db.Signatures.CountAsync(s => s.CampaignId == campaign.Id)));
    }

    private Task<long> CountAsync(Campaign campaign) => world.InDbAsync(world.Organisation.Id, db => db.Counts.Where(c => c.CampaignId == campaign.Id).Select(c => c.Confirmed).SingleAsync());

    private Task<string> KeyAsync(KeyScope scopes) => world.KeyAsync(world.Organisation, world.Author, scopes);
}
