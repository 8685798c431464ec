using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Web.Errors;
using Xunit;

namespace Platform.Web.Tests.Errors;

public sealed class ErrorPagesTests
{
    [Theory]
    [InlineData(PostgresErrorCodes.AdminShutdown, 503)]
    [InlineData(PostgresErrorCodes.TooManyConnections, 503)]
    [InlineData(PostgresErrorCodes.CharacterNotInRepertoire, 400)]
    [InlineData(PostgresErrorCodes.UniqueViolation, 500)]
    public void Only_an_outage_of_the_database_asks_to_come_again(string state, int status)
    {
        var refused = new PostgresException("refused", "ERROR", "ERROR", state);
        Assert.Equal(status, ErrorPages.StatusOf(refused));
        Assert.Equal(status, ErrorPages.StatusOf(new DbUpdateException("Saving failed.", refused)));
    }
}
