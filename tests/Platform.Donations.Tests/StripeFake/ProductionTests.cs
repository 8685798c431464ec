using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Platform.Donations.StripeFake;
using Xunit;

namespace Platform.Donations.Tests.StripeFake;

public sealed class ProductionTests
{
    [Theory]
    [InlineData("Development", null, true)]
    [InlineData("Development", "false", false)]
    [InlineData("Staging", null, false)]
    [InlineData("Staging", "true", true)]
    [InlineData("Production", null, false)]
    public void It_is_there_in_development_and_where_it_is_asked_for(string environment, string? setting, bool there) =>
        Assert.Equal(there, Services(environment, setting).Any(service => service.ServiceType == typeof(FakeStripe)));

    [Fact]
    public void Production_does_not_start_with_it()
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Provider("Production", "true").GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("Donations:StripeFake:Enabled", refused.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Provider(string environment, string? setting) => Services(environment, setting).BuildServiceProvider();

    private static ServiceCollection Services(string environment, string? setting)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IHostEnvironment>(new Place(environment));
        services.AddStripeFake(new ConfigurationBuilder().AddInMemoryCollection([new("Donations:StripeFake:Enabled", setting)]).Build(), "stripe");
        return services;
    }

    private sealed class Place(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "tests";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
