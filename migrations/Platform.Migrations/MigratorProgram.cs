namespace Platform.Migrations;

/// <summary>The command a deployment runs before the new version starts.</summary>
internal static class MigratorProgram
{
    private const string Usage =
        """
        Usage: Platform.Migrations [migrate | pending]
          ConnectionStrings__Owner  the database, with the role that owns it
          Database__AppRole         the role the platform runs as (default undersigned_app)
          Donations__Enabled        true makes the tables of gifts as well, as the platform's own setting of that name does
        """;

    private static async Task<int> Main(string[] args)
    {
        var owner = Environment.GetEnvironmentVariable("ConnectionStrings__Owner");
        if (string.IsNullOrWhiteSpace(owner) || args is not ([] or ["migrate"] or ["pending"]))
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        var donations = string.Equals(Environment.GetEnvironmentVariable("Donations__Enabled"), "true", StringComparison.OrdinalIgnoreCase);
        if (args is ["pending"])
        {
            var pending = await Migrator.PendingAsync(owner, donations, CancellationToken.None);
            foreach (var name in pending)
            {
                Console.WriteLine(name);
            }

            return pending.Count == 0 ? 0 : 1;
        }

        var role = Environment.GetEnvironmentVariable("Database__AppRole") ?? "undersigned_app";
        await new Migrator(owner, role, Console.WriteLine, donations).RunAsync(CancellationToken.None);
        Console.WriteLine("The database is up to date.");
        return 0;
    }
}
