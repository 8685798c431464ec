using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Api;

public sealed class ApiLimitTests(ApiLimitTests.NarrowHost host) : IClassFixture<ApiLimitTests.NarrowHost>
{
    private const int PerMinute = 5;

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_back_and_nobody_else_is()
    {
        HttpResponseMessage? refused = null;
        for (var i = 0; i <= PerMinute * 5 && refused is null; i++)
        {
            var response = await AskAsync("/api/v1/organisations", "203.0.113.9");
            refused = response.StatusCode == HttpStatusCode.TooManyRequests ? response : null;
        }

        Assert.NotNull(refused);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.Equal("*", refused.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/api/v1/organisations", "198.51.100.7")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/search", "203.0.113.9")).StatusCode);
    }

    private Task<HttpResponseMessage> AskAsync(string address, string from)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add(NarrowHost.From, from);
        return host.Visitor().Http.SendAsync(request);
    }

    /// <summary>A host with a limit that a test can reach, asked from more than one network.</summary>
    public sealed class NarrowHost : TestHost
    {
        public const string From = "Test-From";

        protected override Dictionary<string, string?> Settings => new() { ["Api:PerMinute"] = $"{PerMinute}" };

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter>(new Networks()));
        }

        private sealed class Networks : IStartupFilter
        {
            public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
            {
                app.Use((http, go) =>
                {
                    http.Connection.RemoteIpAddress = IPAddress.Parse(http.Request.Headers[From].ToString());
                    return go(http);
                });
                next(app);
            };
        }
    }
}
