using System.Net;
using Npgsql;
using Platform.Petitions.Secrets;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Web.Tests.Startup;

/// <summary>What Production demands before it serves anybody, and what it then is.</summary>
public sealed class ProductionTests(ProductionTests.Prepared prepared) : IClassFixture<ProductionTests.Prepared>
{
    [Theory]
    [InlineData("ConnectionStrings__Platform", "", "ConnectionStrings__Platform")]
    [InlineData("ConnectionStrings__Platform", "Host=127.0.0.1;Port=1;Username=undersigned_app;Password=x;Timeout=3", "does not answer")]
    [InlineData("ConnectionStrings__Platform", "Host", "ConnectionStrings__Platform")]
    [InlineData("ConnectionStrings__Platform", "Host=127.0.0.1;Password=example-password;Timeout=1", "example")]
    [InlineData("Secrets__Key", "", "openssl rand -base64 32")]
    [InlineData("Secrets__Key", "c2hvcnQ=", "openssl rand -base64 32")]
    [InlineData("Secrets__Key", SecretOptions.Example, "openssl rand -base64 32")]
    [InlineData("Mail__Host", "", "Mail__Host")]
    [InlineData("Mail__From", "not an address", "Mail:From")]
    [InlineData("Site__BaseUrl", "", "Site__BaseUrl")]
    [InlineData("Site__BaseUrl", "http://petitions.example.org", "https://")]
    [InlineData("Site__SecureCookies", "false", "Site__SecureCookies")]
    public async Task It_does_not_start_without(string setting, string value, string advice)
    {
        var (code, said) = await Launched.RunAsync(new Dictionary<string, string>(prepared.Settings) { [setting] = value });

        Assert.Equal(1, code);
        Assert.Contains(advice, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_does_not_start_on_a_database_that_is_behind_and_names_the_command()
    {
        var behind = await TestCluster.CloneAsync();
        await RunAsync(behind.Owner, "delete from petitions.__migrations where migration_id = (select max(migration_id) from petitions.__migrations)");

        var (code, said) = await Launched.RunAsync(new Dictionary<string, string>(prepared.Settings) { ["ConnectionStrings__Platform"] = behind.App });

        Assert.Equal(1, code);
        Assert.Contains("dotnet Platform.Migrations.dll migrate", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_does_not_start_with_a_role_that_could_change_tables()
    {
        var (code, said) = await Launched.RunAsync(new Dictionary<string, string>(prepared.Settings) { ["ConnectionStrings__Platform"] = prepared.Database.Owner });

        Assert.Equal(1, code);
        Assert.Contains("undersigned_app", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_everything_set_it_serves_without_demo_and_mailbox_and_stops_when_asked()
    {
        var port = Launched.FreePort();
        await using var platform = Launched.Start(new Dictionary<string, string>(prepared.Settings) { ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}" });
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        await platform.WaitForAsync(http, new Uri($"http://127.0.0.1:{port}/health/ready"));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/"));
        foreach (var address in (string[])["/demo", "/mailbox", "/style", "/friends-of-kavoos"])
        {
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(address));
        }

        Assert.Equal(0, await platform.StopAsync());
        Assert.DoesNotContain("password", platform.Said, StringComparison.OrdinalIgnoreCase);

        async Task<HttpStatusCode> StatusAsync(string address)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}{address}") { Headers = { Host = "petitions.undersigned.test" } };
            using var response = await http.SendAsync(request);
            return response.StatusCode;
        }
    }

    private static async Task RunAsync(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A migrated database and every setting that Production asks for.</summary>
    public sealed class Prepared : IAsyncLifetime
    {
        private readonly string folder = Directory.CreateTempSubdirectory("undersigned-test-").FullName;

        public TestDatabase Database { get; private set; } = null!;

        public Dictionary<string, string> Settings { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            Database = await TestCluster.CloneAsync();
            Settings = new()
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["DOTNET_ENVIRONMENT"] = "Production",
                ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{Launched.FreePort()}",
                ["ConnectionStrings__Platform"] = Database.App,
                ["Secrets__Key"] = Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)),
                ["Site__BaseUrl"] = "https://petitions.undersigned.test",
                ["Mail__Host"] = "127.0.0.1",
                ["Mail__From"] = "petitions@undersigned.test",
                ["Blobs__Folder"] = folder,
            };
        }

        public ValueTask DisposeAsync()
        {
            Directory.Delete(folder, recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
