using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Platform.Donations.StripeAccounts;
using Platform.Donations.StripeFake;
using Platform.Testing.Hosts;

namespace Platform.Donations.Tests.StripeWebhook;

/// <summary>A host whose imitated Stripe sends its webhooks to the host itself.</summary>
public sealed class MoneyHost : TestHost
{
    public FakeStripe Stripe => Services.GetRequiredService<FakeStripe>();

    public FakeDeliveries Deliveries => Services.GetRequiredService<FakeDeliveries>();

    /// <summary>Waits, where a test wants it, with an answer of Stripe's that is on its way.</summary>
    public Func<HttpRequestMessage, Task> Underway { get; set; } = _ => Task.CompletedTask;

    public FakeFaults Faults => Services.GetRequiredService<FakeFaults>();

    // What happened a moment ago is compared as well.
    protected override Dictionary<string, string?> Settings => new() { ["Donations:Reconciliation:Grace"] = "-00:01:00" };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            services.AddHttpClient(FakeDeliveries.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => Server.CreateHandler());
            services.AddHttpClient(StripeAccess.HttpClientName).AddHttpMessageHandler(() => new Way(this));
        });
    }

    private sealed class Way(MoneyHost host) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            await host.Underway(request);
            return answer;
        }
    }
}
