using Microsoft.EntityFrameworkCore;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Donations.Tests;

public sealed class ModelTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task The_model_and_the_migrations_say_the_same() => Assert.False(
        await host.InDonationsAsync(null, db => Task.FromResult(db.Database.HasPendingModelChanges())),
        "The model changed without a migration. Build migrations/Platform.Migrations, then: dotnet ef migrations add NAME --no-build --project migrations/Platform.Migrations --context DonationsDb --output-dir Migrations/Donations");

    [Fact]
    public async Task The_database_of_the_tests_has_every_migration() =>
        Assert.Empty(await host.InDonationsAsync(null, db => db.Database.GetPendingMigrationsAsync()));
}
