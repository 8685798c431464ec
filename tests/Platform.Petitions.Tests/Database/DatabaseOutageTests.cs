using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Petitions.Database;
using Xunit;

namespace Platform.Petitions.Tests.Database;

public sealed class DatabaseOutageTests
{
    [Theory]
    [InlineData(PostgresErrorCodes.AdminShutdown)]
    [InlineData(PostgresErrorCodes.CrashShutdown)]
    [InlineData(PostgresErrorCodes.CannotConnectNow)]
    [InlineData(PostgresErrorCodes.QueryCanceled)]
    [InlineData(PostgresErrorCodes.ConnectionFailure)]
    [InlineData(PostgresErrorCodes.TooManyConnections)]
    [InlineData(PostgresErrorCodes.DiskFull)]
    [InlineData(PostgresErrorCodes.OutOfMemory)]
    [InlineData(PostgresErrorCodes.IoError)]
    [InlineData(PostgresErrorCodes.LockNotAvailable)]
    [InlineData(PostgresErrorCodes.DeadlockDetected)]
    [InlineData(PostgresErrorCodes.ReadOnlySqlTransaction)]
    public void What_the_server_cannot_do_just_now_is_an_outage(string state) => Assert.True(Refusal(state).IsDatabaseOutage());

    [Theory]
    [InlineData(PostgresErrorCodes.UniqueViolation)]
    [InlineData(PostgresErrorCodes.ForeignKeyViolation)]
    [InlineData(PostgresErrorCodes.SyntaxError)]
    [InlineData(PostgresErrorCodes.UndefinedColumn)]
    [InlineData(PostgresErrorCodes.InsufficientPrivilege)]
    [InlineData(PostgresErrorCodes.CharacterNotInRepertoire)]
    public void What_the_server_would_refuse_again_is_none(string state)
    {
        Assert.False(Refusal(state).IsDatabaseOutage());
        Assert.False(new DbUpdateException("Saving failed.", Refusal(state)).IsDatabaseOutage());
    }

    [Fact]
    public void A_broken_connection_and_an_answer_that_did_not_come_are_outages_however_deep_they_lie()
    {
        var broken = new NpgsqlException("Exception while reading from stream", new SocketException((int)SocketError.ConnectionReset));
        Assert.True(broken.IsDatabaseOutage());
        Assert.True(new TimeoutException().IsDatabaseOutage());
        Assert.True(new InvalidOperationException("Likely due to a transient failure.", new DbUpdateException("Saving failed.", broken)).IsDatabaseOutage());
    }

    [Fact]
    public void Bugs_and_people_who_went_away_are_none()
    {
        Assert.False(new InvalidOperationException("A second operation was started.").IsDatabaseOutage());
        Assert.False(new OperationCanceledException().IsDatabaseOutage());
        Assert.False(new IOException("The client reset the request.").IsDatabaseOutage());
    }

    private static PostgresException Refusal(string state) => new("refused", "ERROR", "ERROR", state);
}
