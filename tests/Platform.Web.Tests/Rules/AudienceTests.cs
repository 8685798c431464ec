using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Access;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Web.Tests.Rules;

public sealed class AudienceTests(AudienceTests.HostWithUnmarkedPage host) : IClassFixture<AudienceTests.HostWithUnmarkedPage>
{
    private const string Advice = "Put exactly one of [PublicPage], [OrganiserPage], [AdminPage], [ProgramPage] on the controller, or on the endpoint with WithMetadata; two audiences are two controllers:";

    [Fact]
    public void Every_controller_has_exactly_one_audience() => Rule.Holds(
        Advice,
        Checkout.Product.SelectMany(a => a.GetTypes()).Where(type => typeof(ControllerBase).IsAssignableFrom(type) && !type.IsAbstract)
            .Select(type => (type.FullName, Count: type.GetCustomAttributes(inherit: true).OfType<IAudience>().Count()))
            .Where(type => type.Count != 1).Select(type => $"{type.FullName}: {type.Count}"));

    [Fact]
    public void Every_address_has_exactly_one_audience() => Rule.Holds(
        Advice,
        Route.All(host).Where(route => route.Audience is null && !IsUnmarked(route)).Select(route => route.ToString()));

    [Fact]
    public void Nothing_is_opened_by_hand() => Rule.Holds(
        "AllowAnonymous goes around the audience; say [PublicPage]:",
        Route.All(host).Where(route => !route.IsPublic && route.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(route => route.ToString()));

    [Fact]
    public void Files_are_for_everybody() => Assert.All(
        Route.Endpoints(host).Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is not null),
        file => Assert.NotNull(file.Metadata.GetMetadata<IAllowAnonymous>()));

    [Fact]
    public async Task A_page_without_an_audience_is_there_for_nobody()
    {
        var admin = await host.SignedInAsync(await host.UserAsync(role: PlatformRole.Admin));

        Assert.Equal("/account/sign-in", (await host.Visitor().GetAsync(UnmarkedController.Path)).Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(UnmarkedController.Path)).Status);
    }

    private static bool IsUnmarked(Route route) => route.Pattern.RawText == UnmarkedController.Path.TrimStart('/');

    /// <summary>The real host, in which somebody forgot to say whom a page serves.</summary>
    public sealed class HostWithUnmarkedPage : TestHost
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddControllersWithViews().AddApplicationPart(typeof(UnmarkedController).Assembly));
        }
    }
}

public sealed class UnmarkedController : ControllerBase
{
    public const string Path = "/account/unmarked";

    [HttpGet(Path)]
    public IActionResult Show() => Ok("seen");
}
