using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Organisations;
using Platform.Petitions.Tests.CampaignPage;
using Platform.Petitions.Webhooks;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Petitions.Tests.Webhooks;

public sealed class WebhookTests(PublicWorld world) : IClassFixture<PublicWorld>, IAsyncLifetime
{
    private readonly Receiver receiver = new();

    public async ValueTask InitializeAsync() => await receiver.StartAsync();

    public ValueTask DisposeAsync() => receiver.DisposeAsync();

    [Fact]
    public async Task An_owner_s_endpoint_hears_what_it_chose_signed_and_once()
    {
        var (organisation, owner) = await OrganisationAsync();
        var campaign = await world.CampaignAsync(organisation, world.Author);
        var secret = await AddAsync(owner, organisation, "campaign.milestone", "campaign.closed");
        await HappensAsync(campaign, "publish", "milestone", "close");
        await WorkAsync();
        await WorkAsync();
        var messages = await Until.SeenAsync(() => Task.FromResult(receiver.Messages), m => m.Count >= 2, "two messages");
        Assert.Equal(["campaign.closed", "campaign.milestone"], messages.Select(m => Json(m).GetProperty("type").GetString()!).Order());
        Assert.All(messages, m => Assert.True(Receiver.Verifies(m, secret)));
        Assert.All(messages, m => Assert.Equal(campaign.Id, Json(m).GetProperty("data").GetProperty("campaign").GetGuid()));
        Assert.Equal(2, messages.Select(m => m.Id).Distinct().Count());
    }

    [Fact]
    public async Task An_update_is_told_by_its_number_and_not_in_its_words()
    {
        var (organisation, owner) = await OrganisationAsync();
        var campaign = await world.CampaignAsync(organisation, world.Author);
        await AddAsync(owner, organisation, "campaign.update_published");
        await world.UpdateAsync(campaign, "Said to readers");
        await WorkAsync();
        var message = (await Until.SeenAsync(() => Task.FromResult(receiver.Messages), m => m.Count >= 1, "a message"))[0];
        Assert.Equal("campaign.update_published", Json(message).GetProperty("type").GetString());
        Assert.Equal((1, "null"), (Json(message).GetProperty("data").GetProperty("update").GetInt32(), Json(message).GetProperty("data").GetProperty("milestone").GetRawText()));
        Assert.DoesNotContain("Said to readers", message.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signatures_are_told_in_bundles_without_a_gap_and_those_before_it_are_not()
    {
        var (organisation, owner) = await OrganisationAsync();
        var campaign = await world.CampaignAsync(organisation, world.Author);
        await world.ConfirmedSignersAsync(campaign, 5);
        await AddAsync(owner, organisation, WebhookEvents.SignaturesConfirmed);
        await WorkAsync();
        await world.ConfirmedSignersAsync(campaign, 7);
        await WorkAsync();
        await Until.TrueAsync(() => receiver.Messages.Count >= 1, "the first bundle");
        await world.ConfirmedSignersAsync(campaign, 2);
        await WorkAsync();
        var messages = await Until.SeenAsync(() => Task.FromResult(receiver.Messages), m => m.Count >= 2, "both bundles");
        Assert.Equal(["6-12 of 12", "13-14 of 14"], messages.Select(Json).Select(j => j.GetProperty("data")).Select(d => $"{d.GetProperty("from")}-{d.GetProperty("to")} of {d.GetProperty("count")}"));
        Assert.All(messages, m => Assert.DoesNotContain("@", m.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_refused_is_due_again_later_and_a_redirect_is_not_followed()
    {
        var (organisation, owner) = await OrganisationAsync();
        var campaign = await world.CampaignAsync(organisation, world.Author);
        await AddAsync(owner, organisation, "campaign.milestone");
        receiver.Status = 302;
        await HappensAsync(campaign, "milestone");
        await WorkAsync();
        var delivery = await Until.SeenAsync(() => DeliveryAsync(organisation), d => d.Attempts == 1, "a try");
        Assert.Equal(302, delivery.LastStatus);
        Assert.True(delivery is { IsDue: true, DeliveredAt: null });
        Assert.Equal(["/hook"], receiver.Messages.Select(m => m.Path));
        Assert.NotNull((await EndpointAsync(organisation)).FailingSince);

        receiver.Status = 204;
        await world.InDbAsync(organisation.Id, db => db.WebhookDeliveries.ExecuteUpdateAsync(set => set.SetProperty(d => d.NextAt, TimeProvider.System.GetUtcNow().AddMinutes(-1))));
        await WorkAsync();
        delivery = await Until.SeenAsync(() => DeliveryAsync(organisation), d => d.DeliveredAt is not null, "the second try");
        Assert.False(delivery.IsDue);
        Assert.Single(receiver.Messages.Select(m => m.Id).Distinct());
        await Until.TrueAsync(async () => (await EndpointAsync(organisation)).FailingSince is null, "the endpoint is well");
    }

    [Fact]
    public async Task An_endpoint_that_fails_for_days_is_switched_off_and_its_owners_get_one_mail()
    {
        var (organisation, owner) = await OrganisationAsync();
        var campaign = await world.CampaignAsync(organisation, world.Author);
        await AddAsync(owner, organisation, "campaign.milestone");
        receiver.Status = 500;
        await world.InDbAsync(organisation.Id, db => db.WebhookEndpoints.ExecuteUpdateAsync(set => set.SetProperty(e => e.FailingSince, TimeProvider.System.GetUtcNow().AddDays(-6))));
        await HappensAsync(campaign, "milestone", "milestone");
        await WorkAsync();
        await Until.TrueAsync(async () => !(await EndpointAsync(organisation)).IsOn, "switched off");
        var mail = await world.InDbAsync(organisation.Id, db => db.Memberships.Where(m => m.Role == MemberRole.Owner).Select(m => m.User.Email!).SingleAsync());
        await world.Mail.WaitAsync(mail, "webhook");
        var heard = receiver.Messages.Count;
        await HappensAsync(campaign, "milestone");
        await WorkAsync();
        Assert.Equal(0, await world.InDbAsync(organisation.Id, db => db.WebhookDeliveries.CountAsync(d => d.CreatedAt > db.WebhookEndpoints.Select(e => e.DisabledAt).First())));
        Assert.InRange(heard, 1, 2);
        Assert.Single(await world.Mail.ToAsync(mail, "webhook"));
    }

    [Fact]
    public async Task A_message_can_be_sent_once_more_by_a_button_and_an_endpoint_tried()
    {
        var (organisation, owner) = await OrganisationAsync();
        await AddAsync(owner, organisation, "campaign.closed");
        var endpoint = await EndpointAsync(organisation);
        var here = $"/{organisation.Slug}/desk/webhooks/{endpoint.Id}";
        await owner.SubmitAsync(await owner.GetAsync(here), "#try");
        await Until.TrueAsync(async () => (await DeliveryAsync(organisation)).DeliveredAt is not null, "the message was taken");
        await owner.SubmitAsync(await owner.GetAsync(here), "form[action$=replay]");
        var messages = await Until.SeenAsync(() => Task.FromResult(receiver.Messages), m => m.Count >= 2, "the message again");
        Assert.Equal([WebhookEvents.Test, WebhookEvents.Test], messages.Select(m => Json(m).GetProperty("type").GetString()!));
        Assert.Equal(messages[0].Id, messages[1].Id);
        Assert.Equal(messages[0].Body, messages[1].Body);
    }

    [Fact]
    public async Task A_new_secret_signs_beside_the_old_one_for_a_day()
    {
        var (organisation, owner) = await OrganisationAsync();
        var old = await AddAsync(owner, organisation, "campaign.closed");
        var here = $"/{organisation.Slug}/desk/webhooks/{(await EndpointAsync(organisation)).Id}";
        var page = await owner.SubmitAsync(await owner.GetAsync(here), "#rotate");
        var secret = page.Html.QuerySelector("#secret")!.GetAttribute("value")!;
        Assert.NotEqual(old, secret);
        Assert.Null((await owner.GetAsync(here)).Html.QuerySelector("#secret"));
        await owner.SubmitAsync(await owner.GetAsync(here), "#try");
        var message = (await Until.SeenAsync(() => Task.FromResult(receiver.Messages), m => m.Count >= 1, "a message"))[0];
        Assert.True(Receiver.Verifies(message, secret) && Receiver.Verifies(message, old));
        Assert.False(Receiver.Verifies(message with { Body = message.Body + " " }, secret));
        Assert.DoesNotContain(secret["whsec_".Length..], (await EndpointAsync(organisation)).Secret, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://example.org/hook")]
    [InlineData("https://user:word@example.org/hook")]
    [InlineData("example.org")]
    [InlineData("")]
    public async Task An_address_that_is_none_is_not_taken(string url)
    {
        var (organisation, owner) = await OrganisationAsync();
        var page = await owner.SubmitAsync(await owner.GetAsync($"/{organisation.Slug}/desk/webhooks"), "#add", ("Url", url), ("Events", "campaign.closed"));
        Assert.NotNull(page.Html.QuerySelector(".errors"));
        Assert.Equal(0, await world.InDbAsync(organisation.Id, db => db.WebhookEndpoints.CountAsync()));
    }

    private static JsonElement Json(Message message) => JsonDocument.Parse(message.Body).RootElement;

    private async Task<(Organisation Organisation, Visitor Owner)> OrganisationAsync()
    {
        var organisation = await world.OrganisationAsync();
        return (organisation, (await world.MemberAsync(organisation, MemberRole.Owner)).Visitor);
    }

    /// <returns>The secret as the page shows it, once.</returns>
    private async Task<string> AddAsync(Visitor owner, Organisation organisation, params string[] events)
    {
        var page = await owner.GetAsync($"/{organisation.Slug}/desk/webhooks");
        var fields = Visitor.Fields(page, "#add").Where(f => f.Key is not ("Url" or "Events")).Append(new("Url", receiver.Url)).Concat(events.Select(e => KeyValuePair.Create("Events", e)));
        return (await owner.PostAsync(page.Address, fields)).Html.QuerySelector("#secret")!.GetAttribute("value")!;
    }

    private Task<int> HappensAsync(Campaign campaign, params string[] kinds) => world.InDbAsync(campaign.TenantId, async db =>
    {
        db.AddRange(kinds.Select(kind => new TimelineEntry { CampaignId = campaign.Id, Kind = kind, Number = kind == "milestone" ? 100 : null }));
        return await db.SaveChangesAsync();
    });

    /// <summary>What the clock does each minute.</summary>
    private Task<int> WorkAsync() => world.InScopeAsync(null, async services =>
    {
        await ActivatorUtilities.CreateInstance<WebhooksJob>(services).RunAsync(CancellationToken.None);
        return 0;
    });

    private Task<WebhookEndpoint> EndpointAsync(Organisation organisation) => world.InDbAsync(organisation.Id, db => db.WebhookEndpoints.AsNoTracking().SingleAsync());

    private Task<WebhookDelivery> DeliveryAsync(Organisation organisation) => world.InDbAsync(organisation.Id, db => db.WebhookDeliveries.AsNoTracking().SingleAsync());
}
