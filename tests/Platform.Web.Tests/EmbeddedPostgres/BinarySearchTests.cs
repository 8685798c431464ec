using Platform.Web.EmbeddedPostgres;
using Xunit;

namespace Platform.Web.Tests.EmbeddedPostgres;

public class BinarySearchTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_nothing_to_start_the_three_ways_out_are_named()
    {
        await using var folder = new SearchFolder();
        var nothing = folder.Options with { LookForInstalled = false, MayFetch = false, CacheFolder = folder.Path };

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => folder.FindAsync(nothing));

        Assert.Contains("ConnectionStrings__Platform", refused.Message, StringComparison.Ordinal);
        Assert.Contains("EmbeddedPostgres__BinFolder", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Node.js", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configured_folder_without_the_programs_is_refused_rather_than_passed_over()
    {
        await using var folder = new SearchFolder();
        var wrong = folder.Options with { BinFolder = folder.Path };

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => folder.FindAsync(wrong));

        Assert.Contains(folder.Path, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_fetched_before_are_found_again()
    {
        await using var folder = new SearchFolder();
        var some = await folder.FindAsync(folder.Options);
        var bin = NpmBinaries.BinFolderIn(folder.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(bin)!);
        Directory.CreateSymbolicLink(bin, some.Folder);

        var found = await folder.FindAsync(folder.Options with { LookForInstalled = false, MayFetch = false, CacheFolder = folder.Path });

        Assert.Equal(bin, found.Folder);
    }

    [Fact]
    public async Task Data_of_another_major_version_is_never_started_with_ours()
    {
        await using var folder = new SearchFolder();
        var some = await folder.FindAsync(folder.Options);
        Directory.CreateDirectory(folder.Place.Data);
        await File.WriteAllTextAsync(Path.Combine(folder.Place.Data, "PG_VERSION"), "14\n", Ct);

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => folder.FindAsync(folder.Options with { BinFolder = some.Folder }));

        Assert.Contains("PostgreSQL 14", refused.Message, StringComparison.Ordinal);
        Assert.Contains("demo reset", refused.Message, StringComparison.Ordinal);
    }
}
