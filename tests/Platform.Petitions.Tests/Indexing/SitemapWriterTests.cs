using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Platform.Petitions.Indexing;
using Xunit;

namespace Platform.Petitions.Tests.Indexing;

/// <summary>A part of the map goes out while it is read.</summary>
public sealed class SitemapWriterTests
{
    private const int Pages = 2_000;

    private int read;

    [Fact]
    public async Task A_part_is_sent_as_it_is_read_in_pieces_of_one_size()
    {
        using var sent = new Sent(() => read);
        await WriteAsync(Pages, sent);

        Assert.Equal(Pages, XDocument.Parse(System.Text.Encoding.UTF8.GetString(sent.ToArray())).Root!.Elements().Count());
        Assert.InRange(sent.Pieces.Max(p => p.Bytes), 1, SitemapWriter.Held + 1_000);
        Assert.All(sent.Pieces.Index(), p => Assert.InRange(p.Item.Read, 1, (p.Index + 1) * SitemapWriter.Held / 80));
        Assert.True(sent.Pieces[0].Read < Pages / 2, $"Nothing was sent before {sent.Pieces[0].Read} pages were read.");
    }

    [Fact]
    public async Task A_part_that_holds_nothing_any_more_is_a_whole_document()
    {
        using var sent = new Sent(() => read);
        await WriteAsync(0, sent);
        Assert.Empty(XDocument.Parse(System.Text.Encoding.UTF8.GetString(sent.ToArray())).Root!.Elements());
    }

    private async Task WriteAsync(int count, Stream to)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var pages = ReadAsync(count, ct).GetAsyncEnumerator(ct);
        await SitemapWriter.WriteAsync(pages, await pages.MoveNextAsync(), to, ct);
    }

    private async IAsyncEnumerable<SitemapPage> ReadAsync(int count, [EnumeratorCancellation] CancellationToken ct)
    {
        for (read = 0; read < count;)
        {
            ct.ThrowIfCancellationRequested();
            await Task.Yield();
            read++;
            yield return new SitemapPage(new Uri($"https://petitions.example/friends-of-kavoos/petition-{read}"), [], DateTimeOffset.UnixEpoch);
        }
    }

    /// <summary>Notes how much was read when something was sent.</summary>
    private sealed class Sent(Func<int> read) : MemoryStream
    {
        public List<(int Bytes, int Read)> Pieces { get; } = [];

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Pieces.Add((buffer.Length, read()));
            return base.WriteAsync(buffer, cancellationToken);
        }
    }
}
