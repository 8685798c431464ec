using System.Security.Cryptography;
using Platform.Petitions.Pictures;
using Xunit;

namespace Platform.Petitions.Tests.Pictures;

public sealed class S3BlobsTests : IAsyncLifetime
{
    private const string Name = "pictures/0a1b/source.jpg";
    private static readonly byte[] Bytes = [0, 1, 2, 253, 254, 255];
    private readonly FakeS3 store = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await store.StartAsync();

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task What_is_written_lies_in_the_bucket_under_its_name_and_is_read_again()
    {
        using var blobs = Blobs(options => options with { Prefix = "undersigned/" });

        await blobs.WriteAsync(Name, Bytes, Ct);

        Assert.Equal(Bytes, store.Objects["/undersigned/" + Name]);
        var asked = Assert.Single(store.Requests);
        Assert.Equal(("PUT", $"/{FakeS3.Bucket}/undersigned/{Name}"), (asked.Method, asked.Path));
        Assert.Matches("^AWS4-HMAC-SHA256 Credential=the-key/[0-9]{8}/eu-test-1/s3/aws4_request, SignedHeaders=[a-z0-9;-]+, Signature=[0-9a-f]{64}$", asked.Authorization);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Bytes)), asked.BodyHash);
        Assert.Equal(Bytes, await ReadAsync(blobs, Name));
    }

    [Fact]
    public async Task What_is_not_there_is_none_and_what_is_written_again_is_the_new()
    {
        using var blobs = Blobs();
        Assert.Null(await blobs.OpenAsync(Name, Ct));

        await blobs.WriteAsync(Name, Bytes, Ct);
        await blobs.WriteAsync(Name, new byte[] { 7 }, Ct);

        Assert.Equal([7], await ReadAsync(blobs, Name));
        await Assert.ThrowsAsync<ArgumentException>(() => blobs.OpenAsync("../secrets", Ct));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_store_that_refuses_is_away_and_named_for_whoever_reads_the_log(int status)
    {
        using var blobs = Blobs();
        store.Refuses = status;

        var writing = await Assert.ThrowsAsync<BlobsAwayException>(() => blobs.WriteAsync(Name, Bytes, Ct));
        Assert.Contains(FakeS3.Bucket, writing.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("the-secret", writing.ToString(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<BlobsAwayException>(() => blobs.OpenAsync(Name, Ct));
    }

    [Fact]
    public async Task A_bucket_that_does_not_exist_is_no_missing_picture()
    {
        using var blobs = Blobs(options => options with { Bucket = "nobodys" });
        await Assert.ThrowsAsync<BlobsAwayException>(() => blobs.OpenAsync(Name, Ct));
    }

    [Fact]
    public async Task A_store_that_says_nothing_is_waited_for_only_so_long()
    {
        using var blobs = Blobs(options => options with { Patience = TimeSpan.FromMilliseconds(200) });
        store.Hangs = true;
        await Assert.ThrowsAsync<BlobsAwayException>(() => blobs.OpenAsync(Name, Ct));
        await Assert.ThrowsAsync<BlobsAwayException>(() => blobs.WriteAsync(Name, Bytes, Ct));
    }

    [Fact]
    public void Settings_that_are_missing_are_named()
    {
        var problem = Assert.Throws<InvalidOperationException>(() => new S3Options { Bucket = "petitions" }.Checked());
        Assert.Contains("Blobs__S3__AccessKey, Blobs__S3__SecretKey", problem.Message, StringComparison.Ordinal);
    }

    private static async Task<byte[]> ReadAsync(S3Blobs blobs, string name)
    {
        await using var stream = await blobs.OpenAsync(name, Ct);
        using var bytes = new MemoryStream();
        await stream!.CopyToAsync(bytes, Ct);
        return bytes.ToArray();
    }

    private S3Blobs Blobs(Func<S3Options, S3Options>? change = null)
    {
        var options = new S3Options { Bucket = FakeS3.Bucket, Endpoint = store.Url, Region = "eu-test-1", AccessKey = "the-key", SecretKey = "the-secret" };
        return new S3Blobs(change?.Invoke(options) ?? options);
    }
}
