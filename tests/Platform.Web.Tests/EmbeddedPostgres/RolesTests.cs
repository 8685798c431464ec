using Npgsql;
using Xunit;

namespace Platform.Web.Tests.EmbeddedPostgres;

public sealed class RolesTests(RunningServer running) : IClassFixture<RunningServer>
{
    private const string Owner = "undersigned_owner";
    private const string App = "undersigned_app";

    [Fact]
    public async Task Neither_role_has_rights_over_the_server()
    {
        const string harmless = "SELECT count(*) FROM pg_roles WHERE rolname IN ('undersigned_owner', 'undersigned_app') "
            + "AND NOT (rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls)";
        Assert.Equal("2", await TestCluster.AskAsync(running.Server.AdminConnection, harmless));
    }

    [Fact]
    public Task The_owner_makes_schemas_and_tables() =>
        TestCluster.RunAsync(In(Owner), "CREATE SCHEMA petitions; CREATE TABLE petitions.things (id int); CREATE TABLE others (id int)");

    [Theory]
    [InlineData(App, "CREATE TABLE mine (id int)")]
    [InlineData(App, "CREATE TEMP TABLE mine (id int)")]
    [InlineData(App, "CREATE SCHEMA mine")]
    [InlineData(App, "CREATE DATABASE mine")]
    [InlineData(App, "CREATE ROLE mine")]
    [InlineData(Owner, "CREATE ROLE mine")]
    [InlineData(Owner, "CREATE DATABASE mine")]
    [InlineData(Owner, "ALTER ROLE undersigned_app BYPASSRLS")]
    public async Task Nobody_does_more_than_their_part(string role, string statement) =>
        await AssertRefusedAsync(PostgresErrorCodes.InsufficientPrivilege, In(role), statement);

    [Fact]
    public Task The_app_enters_no_database_but_its_own() => AssertRefusedAsync(
        PostgresErrorCodes.InsufficientPrivilege, running.Server.ConnectionString("postgres", App), "SELECT 1");

    [Fact]
    public Task A_wrong_password_is_refused() => AssertRefusedAsync(
        PostgresErrorCodes.InvalidPassword, new NpgsqlConnectionStringBuilder(In(App)) { Password = "guess" }.ConnectionString, "SELECT 1");

    [Fact]
    public void No_other_role_can_be_asked_for() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => running.Server.ConnectionString(RunningServer.Database, "undersigned_bootstrap"));

    [Fact]
    public async Task Making_a_database_twice_even_at_once_makes_one()
    {
        var ct = TestContext.Current.CancellationToken;
        await Task.WhenAll(running.Server.EnsureDatabaseAsync("twice", ct), running.Server.EnsureDatabaseAsync("twice", ct));
        Assert.Equal(Owner, await TestCluster.AskAsync(
            running.Server.AdminConnection, "SELECT datdba::regrole::text FROM pg_database WHERE datname = 'twice'"));
    }

    [Fact]
    public async Task Letters_of_every_script_are_letters()
    {
        Assert.Equal("é", await TestCluster.AskAsync(In(App), "SELECT lower('É')"));
        Assert.Equal("'دادخواست':1", await TestCluster.AskAsync(In(App), "SELECT to_tsvector('simple', 'دادخواست')::text"));
    }

    [Fact]
    public void The_passwords_are_readable_by_nobody_else()
    {
        Assert.False(File.Exists(running.Cluster.Place.PasswordFile));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(running.Cluster.Place.StateFile));
        }
    }

    private static async Task AssertRefusedAsync(string code, string connectionString, string statement)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => TestCluster.RunAsync(connectionString, statement));
        Assert.Equal(code, refused.SqlState);
    }

    private string In(string role) => running.Server.ConnectionString(RunningServer.Database, role);
}
