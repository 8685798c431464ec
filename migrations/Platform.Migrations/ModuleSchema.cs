using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Petitions;
#if DONATIONS
using Platform.Donations;
#endif

namespace Platform.Migrations;

/// <summary>The modules' schemas, each with a context and a history of its own. One that is off, or was not built, has no table.</summary>
internal sealed record ModuleSchema(string Name, Func<NpgsqlDataSource, DbContext> Open)
{
    public static IReadOnlyList<ModuleSchema> All(bool donations) => donations ? [Petitions, .. Optional] : [Petitions];

    private static readonly ModuleSchema Petitions = new(PetitionsDb.Schema, Migrator.Context);

#if DONATIONS
    private static readonly ModuleSchema[] Optional = [new(DonationsDb.Schema, DonationsDesignTime.Context)];
#else
    private static readonly ModuleSchema[] Optional = [];
#endif
}
