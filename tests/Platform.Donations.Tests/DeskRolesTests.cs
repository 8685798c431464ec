using System.Net;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Access;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Donations.Tests;

public sealed class DeskRolesTests(TestHost host) : IClassFixture<TestHost>
{
    /// <summary>Who reads gifts; everything else of the module's desk is the owner's.</summary>
    private const string Gifts = "GET /{org}/desk/gifts";

    [Theory]
    [InlineData(null)]
    [InlineData(MemberRole.Viewer)]
    [InlineData(MemberRole.Editor)]
    public async Task Money_is_the_owner_s_and_an_editor_reads_what_was_given(MemberRole? role)
    {
        var stage = await GivingStage.SetAsync(host);
        var visitor = role is { } member ? (await host.MemberAsync(stage.Organisation, member)).Visitor : await host.AtDeskAsync(await host.UserAsync());
        var pages = Pages().ToList();
        Assert.Contains(Gifts, pages);
        Assert.True(pages.Count >= 10, $"Only {pages.Count} pages were found.");
        foreach (var page in pages)
        {
            var (method, pattern) = (page.Split(' ')[0], page.Split(' ')[1]);
            var address = pattern.Replace("{org}", stage.Organisation.Slug, StringComparison.Ordinal).Replace("{id:guid}", stage.Campaign.Id.ToString(), StringComparison.Ordinal)
                .Replace("{request:guid}", Guid.NewGuid().ToString(), StringComparison.Ordinal).Replace("{decision}", "approve", StringComparison.Ordinal);
            var status = (method == "GET" ? await visitor.GetAsync(address) : await visitor.PostDirectlyAsync(address, ("Amount", "1"))).Status;
            Assert.Equal((page, page == Gifts && role == MemberRole.Editor ? HttpStatusCode.OK : HttpStatusCode.NotFound), (page, status));
        }
    }

    private IEnumerable<string> Pages() => host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>()?.ControllerTypeInfo.Assembly == typeof(DonationsModule).Assembly && e.Metadata.GetMetadata<OrganiserPageAttribute>() is not null)
        .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m => $"{m} /{e.RoutePattern.RawText!.TrimStart('/')}"))
        .Where(page => !page.StartsWith("HEAD", StringComparison.Ordinal)).Distinct();
}
