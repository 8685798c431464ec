using Hangfire;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Platform.Core.Jobs;
using Platform.Core.Mail;
using Platform.Core.Tenancy;
using Platform.Petitions;
using Xunit;

namespace Platform.Testing.Hosts;

/// <summary>The real host on a database of its own: web and worker, antiforgery on, mail into its own mailbox. One per test class.</summary>
public class TestHost : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>Where this host keeps files and mail; a second node of the same platform is given the same.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("undersigned-test-").FullName;

    public TestDatabase Database { get; protected set; } = null!;

    /// <summary>Where the platform's own pages are.</summary>
    public virtual Uri Address { get; } = new("http://localhost");

    /// <summary>Every mail the platform sent.</summary>
    public TestMailbox Mail => field ??= new TestMailbox(Services.GetRequiredService<Mailbox>());

    /// <summary>Whether jobs start by the clock. Not where tests look at what one press left behind: a full minute would press as well.</summary>
    public virtual bool ByTheClock => false;

    /// <summary>Settings on top of the usual ones; override to change the host.</summary>
    protected virtual Dictionary<string, string?> Settings => [];

    public virtual async ValueTask InitializeAsync()
    {
        Database = await TestCluster.CloneAsync();
        Open();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();

        // Hangfire's pool belongs to its connection string, not to the host: left open, forty hosts fill the server's slots.
        await using (var pooled = new NpgsqlConnection(Database.App))
        {
            NpgsqlConnection.ClearPool(pooled);
        }

        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>A browser without JavaScript: keeps cookies, does not follow redirects by itself.</summary>
    public Visitor Visitor(string? host = null) => new(CreateClient(new WebApplicationFactoryClientOptions
    {
        AllowAutoRedirect = false,
        HandleCookies = true,
        BaseAddress = host is null ? Address : new Uri($"http://{host}"),
    }));

    /// <summary>Works on the database as the platform does: in a scope, for one organisation or declared across.</summary>
    public async Task<T> InScopeAsync<T>(Guid? tenant, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<TenantContext>();
        if (tenant is { } id)
        {
            context.Set(id, "");
        }
        else
        {
            context.AllowAcross();
        }

        return await work(scope.ServiceProvider);
    }

    public Task<T> InDbAsync<T>(Guid? tenant, Func<PetitionsDb, Task<T>> work) =>
        InScopeAsync(tenant, services => work(services.GetRequiredService<PetitionsDb>()));

    /// <summary>Starts the host, here without a port; a browser needs one.</summary>
    protected virtual void Open() => _ = Server;

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Development")
        .ConfigureLogging(log => log.ClearProviders())

        // How slow a guess is made is nothing a test needs to wait for.
        .ConfigureServices(services => services.PostConfigure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1000));

    protected override IHost CreateHost(IHostBuilder builder)
    {
        builder.ConfigureHostConfiguration(configuration => configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Platform"] = Database.App,
            ["EmbeddedPostgres:DataFolder"] = Folder,
            ["Secrets:Key"] = Convert.ToBase64String(new byte[32].Select((_, i) => (byte)i).ToArray()),
            ["Site:BaseUrl"] = "http://localhost",
            ["Site:Domain"] = "petitions.example",
            ["Demo:Enabled"] = "false",
            ["hostBuilder:reloadConfigOnChange"] = "false",

            // A browser for PDFs costs seconds each; the test of paper looks for one.
            ["Paper:Browser"] = "none",

            // A busy machine is no outage; the tests of outages say what people are promised.
            ["Database:Patience"] = "00:01:00",

            // Tests fill forms faster than people; the test of the trap sets its own.
            ["Signing:ShortestFill"] = "00:00:00",
        }).AddInMemoryCollection(Settings));
        var host = base.CreateHost(builder);
        if (!ByTheClock)
        {
            ScheduledJob.Replace([], host.Services.GetRequiredService<IRecurringJobManager>(), host.Services.GetRequiredService<JobStorage>());
        }

        return host;
    }
}
