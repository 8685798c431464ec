using Microsoft.Extensions.Options;
using Npgsql;
using Platform.Migrations;
using Platform.Petitions.Secrets;

namespace Platform.Web.Startup;

/// <summary>What must be right before anybody is served.</summary>
internal static class StartChecks
{
    private const string ExamplePassword = "example-password";

    /// <summary>What is demanded of the settings, most of it in Production, before anything is reached with them.</summary>
    public static void Settings(IHostEnvironment environment, IConfiguration configuration)
    {
        if ((OptionalModules.Problem(configuration) ?? (environment.IsProduction() ? Problem(configuration) : null)) is { } problem)
        {
            throw new StartException(problem);
        }
    }

    public static void Secret(IConfiguration configuration)
    {
        if (!Keyring.Accepts(configuration["Secrets:Key"]))
        {
            throw new StartException("Secrets__Key must be 32 random bytes or more in base64. Make one: openssl rand -base64 32");
        }
    }

    public static async Task RunAsync(WebApplication app)
    {
        // Here and not in the host's own start, which would put a stack trace around the sentence.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        var pending = await Migrator.PendingAsync(
            app.Configuration.GetConnectionString("Platform")!, OptionalModules.DonationsOn(app.Configuration, app.Environment), CancellationToken.None);
        if (pending.Count > 0)
        {
            throw new StartException(
                $"The database lacks {pending.Count} migration(s), the first is {pending[0]}.\n"
                + "Apply them as the role that owns the database:\n"
                + "  ConnectionStrings__Owner='Host=…;Username=undersigned_owner;…' dotnet Platform.Migrations.dll migrate");
        }

        if (app.Environment.IsProduction() && await MayDoTooMuchAsync(app.Services.GetRequiredService<NpgsqlDataSource>()))
        {
            throw new StartException(
                "The role in ConnectionStrings__Platform is a superuser, passes row-level security, or may change tables: one mistake in a page would then reach every organisation.\n"
                + "Connect as undersigned_app; the owner's role is for the migrations only.");
        }
    }

    private static string? Problem(IConfiguration configuration)
    {
        if (configuration["Secrets:Key"] == SecretOptions.Example)
        {
            return "Secrets__Key is the example's. Make one of your own: openssl rand -base64 32";
        }

        if (configuration.GetConnectionString("Platform")?.Contains(ExamplePassword, StringComparison.OrdinalIgnoreCase) == true)
        {
            return "ConnectionStrings__Platform still carries the example's words. Set the real server and password.";
        }

        if (configuration["Mail:Password"] == ExamplePassword)
        {
            return "Mail__Password is the example's. Set the mail server's, or remove it together with Mail__User.";
        }

        if (configuration["Mail:Host"] is not { Length: > 0 })
        {
            return "Production needs a mail server: set Mail__Host, Mail__From and the rest of the section Mail.";
        }

        if (configuration["Site:BaseUrl"] is not { Length: > 0 } address || !address.StartsWith("https://", StringComparison.Ordinal))
        {
            return "Production needs Site__BaseUrl, the platform's public https:// address. Links in mail come from it.";
        }

        return configuration.GetValue("Site:SecureCookies", true)
            ? null
            : "Site__SecureCookies=false is for development: over https cookies are always secure. Remove it.";
    }

    private static async Task<bool> MayDoTooMuchAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand(
            "select rolsuper or rolbypassrls or exists (select from pg_namespace where nspname in ('petitions', 'donations') and has_schema_privilege(current_user, oid, 'CREATE')) from pg_roles where rolname = current_user");
        return await command.ExecuteScalarAsync() is true;
    }
}
