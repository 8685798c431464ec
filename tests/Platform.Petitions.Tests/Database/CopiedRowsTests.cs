using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions.Database;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Database;

public sealed class CopiedRowsTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Every_kind_of_cell_is_read_as_the_database_means_it()
    {
        await using var connection = await host.Services.GetRequiredService<EngineDataSource>().OpenAsync(TestContext.Current.CancellationToken);
        await using var rows = await OpenAsync(connection, "select -5::bigint, 7::int, true, null::text, 'ماکسین'::text, '2026-11-30 10:20:30.456789+02'::timestamptz", 6);

        Assert.True(await rows.ReadAsync(TestContext.Current.CancellationToken));
        Assert.Equal((-5, 7, true), (rows.Long(0), rows.Int(1), rows.Bool(2)));
        Assert.True(rows.IsNull(3));
        Assert.True(rows.Bytes(3).IsEmpty);
        Assert.False(rows.IsNull(4));
        Assert.Equal("ماکسین", Encoding.UTF8.GetString(rows.Bytes(4)));
        Assert.Equal(new DateTime(2026, 11, 30, 8, 20, 30, 456, 789, DateTimeKind.Utc), rows.Time(5));
        Assert.False(await rows.ReadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task No_row_is_lost_or_changed_where_buffers_end()
    {
        await using var connection = await host.Services.GetRequiredService<EngineDataSource>().OpenAsync(TestContext.Current.CancellationToken);

        // Lengths from nothing to three times the buffer, and many that fill it exactly or nearly.
        await using var rows = await OpenAsync(connection, "select n, repeat(chr(97 + n % 26), case when n % 50 = 0 then n * 100 else n end) from generate_series(1, 2000) n", 2);
        for (var n = 1; n <= 2000; n++)
        {
            Assert.True(await rows.ReadAsync(TestContext.Current.CancellationToken));
            Assert.Equal(n, rows.Int(0));
            Assert.Equal(new string((char)('a' + (n % 26)), n % 50 == 0 ? n * 100 : n), Encoding.UTF8.GetString(rows.Bytes(1)));
        }

        Assert.False(await rows.ReadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nothing_found_is_no_row()
    {
        await using var connection = await host.Services.GetRequiredService<EngineDataSource>().OpenAsync(TestContext.Current.CancellationToken);
        await using var rows = await OpenAsync(connection, "select 1 where false", 1);
        Assert.False(await rows.ReadAsync(TestContext.Current.CancellationToken));
    }

    private static Task<CopiedRows> OpenAsync(Npgsql.NpgsqlConnection connection, string query, int columns) =>
        CopiedRows.OpenAsync(connection, query, columns, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
}
