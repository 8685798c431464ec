using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;
using Platform.Core.Tenancy;
using Platform.Petitions;
using Platform.Petitions.Database;

namespace Platform.Migrations;

/// <summary>Lets <c>dotnet ef</c> build the model without a host or a server.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<PetitionsDb>
{
    public PetitionsDb CreateDbContext(string[] args) => Migrator.Context(NpgsqlDataSource.Create("Host=localhost;Database=none"));
}
