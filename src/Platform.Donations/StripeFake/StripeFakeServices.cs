using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Platform.Donations.StripeFake;

public static class StripeFakeServices
{
    private const string Refused = "Donations:StripeFake:Enabled is for development and tests: with it anybody can say that a gift was paid. Take it out of the settings of Production.";

    /// <param name="apiClient">Name of the HTTP client that calls Stripe's API.</param>
    public static void AddStripeFake(this IServiceCollection services, IConfiguration configuration, string apiClient)
    {
        var section = configuration.GetSection("Donations:StripeFake");
        services.AddOptions<StripeFakeOptions>().Bind(section)
            .Validate<IHostEnvironment>((fake, environment) => fake.Enabled is not true || !environment.IsProduction(), Refused).ValidateOnStart();
        var environment = services.Select(service => service.ImplementationInstance).OfType<IHostEnvironment>().First();
        if (!(section.Get<StripeFakeOptions>()?.Enabled ?? environment.IsDevelopment()))
        {
            return;
        }

        UseKey(services);
        services.AddSingleton<FakeFaults>().AddSingleton<FakeStripe>();
        services.AddSingleton<FakeDeliveries>().AddHostedService(provider => provider.GetRequiredService<FakeDeliveries>());
        services.AddHttpClient(FakeDeliveries.HttpClientName, client => client.Timeout = TimeSpan.FromSeconds(10));
        services.AddTransient<FakeStripeHandler>();
        services.AddHttpClient(apiClient).ConfigurePrimaryHttpMessageHandler<FakeStripeHandler>();
    }

    /// <summary>No key is needed for an imitation, but the platform asks for one before it calls.</summary>
    private static void UseKey(IServiceCollection services)
    {
        if (services.Select(service => service.ImplementationInstance).OfType<DonationsOptions>().SingleOrDefault() is { SecretKey: null } options)
        {
            services.Replace(ServiceDescriptor.Singleton(options with { SecretKey = "sk_test_fake" }));
        }
    }
}
