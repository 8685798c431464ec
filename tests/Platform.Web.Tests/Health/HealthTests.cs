using System.Net;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Web.Tests.Health;

public sealed class HealthTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task The_host_is_ready_when_its_database_answers()
    {
        var page = await host.Visitor().GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Healthy", page.Source);
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_is_404_with_every_security_header()
    {
        var page = await host.Visitor().GetAsync("/nobody/nothing");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("frame-ancestors 'none'", page.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", page.Response.Headers.GetValues("X-Content-Type-Options").Single());
    }
}
