#if DONATIONS
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;
using Platform.Core.Tenancy;
using Platform.Donations;
using Platform.Donations.Database;

namespace Platform.Migrations;

/// <summary>Lets <c>dotnet ef</c> build the model of gifts without a host or a server.</summary>
internal sealed class DonationsDesignTime : IDesignTimeDbContextFactory<DonationsDb>
{
    public DonationsDb CreateDbContext(string[] args) => Context(NpgsqlDataSource.Create("Host=localhost;Database=none"));

    internal static DonationsDb Context(NpgsqlDataSource source)
    {
        var options = new DbContextOptionsBuilder<DonationsDb>();
        DonationsDatabase.Configure(options, source);
        return new DonationsDb(options.Options, new TenantContext());
    }
}
#endif
