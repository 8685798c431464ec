using System.Net;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Webhooks;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Organisations;

/// <summary>Every page below an organisation's desk and the least role it opens for, written down by hand: a page that is forgotten here fails the test.</summary>
public sealed class RoleMatrixTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Campaign = "/{org}/desk/campaigns/{id:guid}";

    private static readonly Dictionary<string, MemberRole> Pages = new()
    {
        ["GET /{org}/desk"] = MemberRole.Viewer,
        ["GET /{org}/desk/leave"] = MemberRole.Viewer,
        ["POST /{org}/desk/leave"] = MemberRole.Viewer,
        ["GET /{org}/desk/campaigns/new"] = MemberRole.Editor,
        ["POST /{org}/desk/campaigns/new"] = MemberRole.Editor,
        ["POST /{org}/desk/preview"] = MemberRole.Editor,
        ["GET /{org}/desk/look"] = MemberRole.Owner,
        ["POST /{org}/desk/look"] = MemberRole.Owner,
        ["GET /{org}/desk/look/colours"] = MemberRole.Owner,
        ["GET /{org}/desk/domain"] = MemberRole.Owner,
        ["POST /{org}/desk/domain"] = MemberRole.Owner,
        ["POST /{org}/desk/domain/check"] = MemberRole.Owner,
        ["POST /{org}/desk/domain/removal"] = MemberRole.Owner,
        ["GET /{org}/desk/settings"] = MemberRole.Owner,
        ["POST /{org}/desk/settings"] = MemberRole.Owner,
        ["GET /{org}/desk/keys"] = MemberRole.Owner,
        ["POST /{org}/desk/keys"] = MemberRole.Owner,
        ["POST /{org}/desk/keys/{id:guid}/revocation"] = MemberRole.Owner,
        ["GET /{org}/desk/webhooks"] = MemberRole.Owner,
        ["POST /{org}/desk/webhooks"] = MemberRole.Owner,
        ["GET /{org}/desk/webhooks/{endpoint:guid}"] = MemberRole.Owner,
        ["POST /{org}/desk/webhooks/{endpoint:guid}"] = MemberRole.Owner,
        ["POST /{org}/desk/webhooks/{endpoint:guid}/secret"] = MemberRole.Owner,
        ["POST /{org}/desk/webhooks/{endpoint:guid}/switch"] = MemberRole.Owner,
        ["POST /{org}/desk/webhooks/{endpoint:guid}/removal"] = MemberRole.Owner,
        ["POST /{org}/desk/webhooks/{endpoint:guid}/messages"] = MemberRole.Owner,
        ["POST /{org}/desk/webhooks/{endpoint:guid}/messages/{message:guid}/replay"] = MemberRole.Owner,
        ["GET /{org}/desk/members"] = MemberRole.Owner,
        ["POST /{org}/desk/members"] = MemberRole.Owner,
        ["POST /{org}/desk/members/{user:guid}/role"] = MemberRole.Owner,
        ["POST /{org}/desk/members/{user:guid}/remove"] = MemberRole.Owner,
        ["POST /{org}/desk/members/invitations/{id:guid}/withdraw"] = MemberRole.Owner,
        [$"GET {Campaign}"] = MemberRole.Viewer,
        [$"GET {Campaign}/signatures"] = MemberRole.Viewer,
        [$"POST {Campaign}/signatures/export"] = MemberRole.Owner,
        [$"GET {Campaign}/milestones"] = MemberRole.Viewer,
        [$"GET {Campaign}/sharing"] = MemberRole.Viewer,
        [$"GET {Campaign}/sharing/texts"] = MemberRole.Viewer,
        [$"GET {Campaign}/sharing/texts/{{language:length(2,10)}}"] = MemberRole.Editor,
        [$"POST {Campaign}/sharing/texts/{{language:length(2,10)}}"] = MemberRole.Editor,
        [$"POST {Campaign}/sharing/texts/{{language:length(2,10)}}/keep"] = MemberRole.Editor,
        [$"GET {Campaign}/reasons"] = MemberRole.Viewer,
        [$"POST {Campaign}/reasons/{{signature:guid}}/pin"] = MemberRole.Editor,
        [$"GET {Campaign}/updates"] = MemberRole.Viewer,
        [$"POST {Campaign}/updates"] = MemberRole.Editor,
        [$"GET {Campaign}/updates/{{update:guid}}"] = MemberRole.Editor,
        [$"POST {Campaign}/updates/{{update:guid}}"] = MemberRole.Editor,
        [$"POST {Campaign}/updates/{{update:guid}}/autosave"] = MemberRole.Editor,
        [$"GET {Campaign}/updates/{{update:guid}}/publication"] = MemberRole.Editor,
        [$"POST {Campaign}/updates/{{update:guid}}/publication"] = MemberRole.Editor,
        [$"GET {Campaign}/updates/{{update:guid}}/removal"] = MemberRole.Editor,
        [$"POST {Campaign}/updates/{{update:guid}}/removal"] = MemberRole.Editor,
        [$"GET {Campaign}/texts"] = MemberRole.Viewer,
        [$"POST {Campaign}/texts"] = MemberRole.Editor,
        [$"GET {Campaign}/texts/{{language:length(2,10)}}"] = MemberRole.Editor,
        [$"POST {Campaign}/texts/{{language:length(2,10)}}"] = MemberRole.Editor,
        [$"POST {Campaign}/texts/{{language:length(2,10)}}/drop"] = MemberRole.Editor,
        [$"GET {Campaign}/draft-links"] = MemberRole.Editor,
        [$"POST {Campaign}/draft-links"] = MemberRole.Editor,
        [$"POST {Campaign}/draft-links/{{link:guid}}/revocation"] = MemberRole.Editor,
        [$"GET {Campaign}/edit/preview"] = MemberRole.Editor,
        [$"POST {Campaign}/submission"] = MemberRole.Editor,
        [$"POST {Campaign}/submission/return"] = MemberRole.Editor,
        [$"GET {Campaign}/closure"] = MemberRole.Owner,
        [$"POST {Campaign}/closure"] = MemberRole.Owner,
        [$"GET {Campaign}/outcome"] = MemberRole.Owner,
        [$"POST {Campaign}/outcome"] = MemberRole.Owner,
        [$"POST {Campaign}/archive"] = MemberRole.Owner,
        [$"GET {Campaign}/transfer"] = MemberRole.Owner,
        [$"POST {Campaign}/transfer"] = MemberRole.Owner,
    };

    static RoleMatrixTests()
    {
        foreach (var step in new[] { "title", "decision-makers", "why", "picture", "details" })
        {
            foreach (var page in new[] { $"GET {Campaign}/edit/{step}", $"POST {Campaign}/edit/{step}", $"POST {Campaign}/edit/{step}/autosave" })
            {
                Pages[page] = MemberRole.Editor;
            }
        }
    }

    [Fact]
    public void Every_page_of_the_desk_is_in_the_table()
    {
        var there = host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>()?.ControllerTypeInfo.Assembly == typeof(PetitionsModule).Assembly)
            .Where(e => e.Metadata.GetMetadata<OrganiserPageAttribute>() is not null && e.RoutePattern.RawText!.Contains("{org}", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m => $"{m} /{e.RoutePattern.RawText!.TrimStart('/')}"))
            .Where(page => !page.StartsWith("HEAD", StringComparison.Ordinal)).Distinct();
        Assert.Equal(Pages.Keys.Order(StringComparer.Ordinal), there.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(MemberRole.Viewer)]
    [InlineData(MemberRole.Editor)]
    [InlineData(MemberRole.Owner)]
    public async Task A_page_opens_for_its_role_and_does_not_exist_for_a_lesser_one(MemberRole? role)
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Draft);
        await host.JoinAsync(stage.Organiser, stage.Organisation);
        var visitor = role is { } member ? (await host.MemberAsync(stage.Organisation, member)).Visitor : await host.AtDeskAsync(await host.UserAsync());

        var webhook = await host.InDbAsync(stage.Organisation.Id, async db =>
        {
            var endpoint = new WebhookEndpoint("https://hooks.example/", [], "x", TimeProvider.System.GetUtcNow());
            db.WebhookEndpoints.Add(endpoint);
            await db.SaveChangesAsync();
            return endpoint.Id;
        });
        var update = (await host.DraftAsync(stage.Campaign)).Id;
        foreach (var (page, needed) in Pages)
        {
            var (method, address) = (page.Split(' ')[0], AddressOf(page.Split(' ')[1], stage, webhook, update));
            var may = role >= needed;
            if (method == "GET")
            {
                Assert.True(may == ((await visitor.GetAsync(address)).Status == HttpStatusCode.OK), $"{page} as {role}");
            }
            else if (!may)
            {
                // What a role may post is for the tests of the page itself; what it may not is refused before anything is read.
                Assert.True((await visitor.PostDirectlyAsync(address, ("Title", "Changed"))).Status == HttpStatusCode.NotFound, $"{page} as {role}");
            }
        }
    }

    private static string AddressOf(string pattern, Stage stage, Guid webhook, Guid update) => pattern
        .Replace("{org}", stage.Organisation.Slug, StringComparison.Ordinal)
        .Replace("{id:guid}", stage.Campaign.Id.ToString(), StringComparison.Ordinal)
        .Replace("{endpoint:guid}", webhook.ToString(), StringComparison.Ordinal)
        .Replace("{update:guid}", update.ToString(), StringComparison.Ordinal)
        .Replace("{message:guid}", Guid.NewGuid().ToString(), StringComparison.Ordinal)
        .Replace("{user:guid}", stage.Organiser.Id.ToString(), StringComparison.Ordinal)
        .Replace("{signature:guid}", Guid.NewGuid().ToString(), StringComparison.Ordinal)
        .Replace("{link:guid}", Guid.NewGuid().ToString(), StringComparison.Ordinal)
        .Replace("{language:length(2,10)}", "en", StringComparison.Ordinal);
}
