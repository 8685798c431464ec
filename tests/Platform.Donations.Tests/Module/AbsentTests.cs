using System.Net;
using Hangfire;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Platform.Core.Access;
using Platform.Core.Mail;
using Platform.Core.Modules;
using Platform.Core.Text;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Donations.Tests.Module;

/// <summary>Switched off, the module is not there: the assembly lies beside the host and nothing of it is found.</summary>
public sealed class AbsentTests(AbsentTests.HostWithout host) : IClassFixture<AbsentTests.HostWithout>
{
    private static readonly string[] Words = ["Stripe", "stripe", "donat", "/give", "/gifts", "/desk/giving", "/admin/giving", "Gifts", "privacy-giving", "[giving."];

    [Fact]
    public void No_address_no_service_and_no_slot_is_of_it()
    {
        var own = typeof(DonationsModule).Assembly;

        Assert.DoesNotContain(host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>(), e =>
            e.Metadata.GetMetadata<ControllerActionDescriptor>()?.ControllerTypeInfo.Assembly == own || e.RoutePattern.RawText!.Contains("give", StringComparison.Ordinal) || e.RoutePattern.RawText.Contains("stripe", StringComparison.Ordinal));
        Assert.Null(host.Services.GetService<DonationsOptions>());
        foreach (var slot in typeof(SlotNames).GetFields().Select(field => (string)field.GetRawConstantValue()!))
        {
            Assert.Empty(host.Services.GetRequiredService<PageSlots>().PartsOf(slot));
        }

        Assert.DoesNotContain(host.Services.GetServices<IHostedService>(), service => service.GetType().Assembly == own);
        using var scope = host.Services.CreateScope();
        Assert.DoesNotContain(scope.ServiceProvider.GetServices<ILetterWriter>(), writer => writer.GetType().Assembly == own);
        Assert.DoesNotContain(host.Services.GetRequiredService<ApplicationPartManager>().ApplicationParts, part => part.Name.Contains("Donations", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Services.GetRequiredService<Catalogue>().Languages, language => new Localiser(host.Services.GetRequiredService<Catalogue>()) { Language = language }["giving.title"] != "giving.title");
    }

    [Fact]
    public void The_clock_rings_no_job_of_it_and_rings_those_of_the_petitions()
    {
        using var storage = host.Services.GetRequiredService<JobStorage>().GetConnection();
        var ringing = storage.GetAllItemsFromSet("recurring-jobs");

        Assert.NotEmpty(ringing);
        Assert.Empty(ringing.Intersect(new DonationsModule().Schedule.Select(line => line.Id)));
    }

    [Fact]
    public async Task The_database_has_no_table_of_it()
    {
        await using var source = NpgsqlDataSource.Create(host.Database.Owner);
        await using var command = source.CreateCommand("select count(*) from pg_namespace where nspname = 'donations'");

        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task No_page_has_a_word_of_it_and_signing_goes_its_way()
    {
        var stage = await Stage.SetAsync(host, with: c => c.ClosesAt = TimeProvider.System.GetUtcNow().AddDays(60));
        var visitor = host.Visitor();
        await stage.SignAsync(visitor, "Ada Lovelace", "ada@absent.example");
        var signed = await stage.ConfirmAsync(visitor, "ada@absent.example");
        Assert.EndsWith("/signed", signed.Address.AbsolutePath, StringComparison.Ordinal);
        var (owner, _) = await host.MemberAsync(stage.Organisation, MemberRole.Owner);
        var desk = $"/{stage.Organisation.Slug}/desk";

        var pages = new List<Page> { signed };
        foreach (var address in (string[])["/", "/search", stage.Path, stage.Path + "/sign", stage.Path + "/embed", $"/{stage.Organisation.Slug}", "/about/privacy", "/about/cookies", "/sitemap-pages.xml"])
        {
            pages.Add(await visitor.GetAsync(address));
        }

        var admin = await host.AtDeskAsync(await host.UserAsync(role: PlatformRole.Admin));
        foreach (var address in (string[])["/admin/reports", "/admin/settings", "/admin/organisations"])
        {
            pages.Add(await admin.GetAsync(address));
        }

        foreach (var address in (string[])[desk, $"{desk}/settings", $"{desk}/campaigns/{stage.Campaign.Id}"])
        {
            pages.Add(await owner.GetAsync(address));
        }

        Assert.All(pages, page =>
        {
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.All(Words, word => Assert.DoesNotContain(word, page.Source, StringComparison.Ordinal));
            Assert.DoesNotContain(page.Html.QuerySelectorAll(".wrap"), box => string.IsNullOrWhiteSpace(box.InnerHtml));
        });
    }

    [Theory]
    [InlineData("{campaign}/give")]
    [InlineData("/give")]
    [InlineData("{org}/desk/gifts")]
    [InlineData("{org}/desk/giving")]
    [InlineData("/stripe/webhook")]
    [InlineData("/stripe/fake")]
    [InlineData("/admin/giving")]
    [InlineData("/admin/giving/gifts")]
    [InlineData("/admin/giving/platform")]
    public async Task Its_addresses_are_nowhere(string address)
    {
        var stage = await Stage.SetAsync(host);
        var admin = await host.AtDeskAsync(await host.UserAsync(role: PlatformRole.Admin));

        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(address.Replace("{campaign}", stage.Path, StringComparison.Ordinal).Replace("{org}", "/" + stage.Organisation.Slug, StringComparison.Ordinal))).Status);
    }

    public sealed class HostWithout : TestHost
    {
        public override bool ByTheClock => true;

        protected override Dictionary<string, string?> Settings => new() { ["Donations:Enabled"] = "false" };

        public override async ValueTask InitializeAsync()
        {
            Database = await TestCluster.CloneAsync(donations: false);
            Open();
        }
    }
}
