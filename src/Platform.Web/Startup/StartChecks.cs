using Platform.Migrations;
using Platform.Petitions.Secrets;

namespace Platform.Web.Startup;

/// <summary>What must be right before anybody is served.</summary>
internal static class StartChecks
{
    public static async Task RunAsync(WebApplication app)
    {
        var configuration = app.Configuration;
        if (app.Environment.IsProduction())
        {
            RefuseExamples(configuration);
        }

        var pending = await Migrator.PendingAsync(configuration.GetConnectionString("Platform")!, CancellationToken.None);
        if (pending.Count > 0)
        {
            throw new StartException(
                $"The database lacks {pending.Count} migration(s), the first is {pending[0]}.\n"
                + "Apply them as the role that owns the database:\n"
                + "  ConnectionStrings__Owner='Host=…;Username=undersigned_owner;…' dotnet Platform.Migrations.dll migrate");
        }
    }

    private static void RefuseExamples(IConfiguration configuration)
    {
        if (configuration["Secrets:Key"] == SecretOptions.Example)
        {
            throw new StartException("Secrets__Key is the example's. Make one of your own: openssl rand -base64 32");
        }

        if (configuration.GetConnectionString("Platform")!.Contains("example", StringComparison.OrdinalIgnoreCase))
        {
            throw new StartException("ConnectionStrings__Platform still carries the example's words. Set the real server and password.");
        }

        if (configuration["Mail:Host"] is not { Length: > 0 })
        {
            throw new StartException("Production needs a mail server: set Mail__Host, Mail__From and the rest of the section Mail.");
        }

        if (configuration["Site:BaseUrl"] is not { Length: > 0 } address || !address.StartsWith("https://", StringComparison.Ordinal))
        {
            throw new StartException("Production needs Site__BaseUrl, the platform's public https:// address. Links in mail come from it.");
        }
    }
}
