using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Platform.Petitions.Pictures;

namespace Platform.Petitions.Branding;

/// <summary>Reads an upload, encodes it anew and lays it into the blob store.</summary>
public sealed class StoreLogo(IBlobStore blobs, ILogger<StoreLogo> log)
{
    // Decoding takes memory; logos are rare.
    private static readonly SemaphoreSlim Decoder = new(1);

    /// <returns>The logo, or the key of what is wrong with it.</returns>
    public async Task<(Logo? Logo, string? Problem)> RunAsync(IFormFile upload, string alt, CancellationToken ct)
    {
        if (upload.Length > LogoEncoder.MostBytes)
        {
            return (null, "account.logo-large");
        }

        var bytes = new byte[upload.Length];
        await using (var stream = upload.OpenReadStream())
        {
            await stream.ReadExactlyAsync(bytes, ct);
        }

        var (encoded, problem) = await EncodeAsync(bytes, ct);
        if (encoded is null)
        {
            return (null, problem);
        }

        var logo = new Logo(Guid.NewGuid(), encoded.Width, encoded.Height, alt, encoded.Tone);
        try
        {
            await blobs.WriteAsync(logo.BlobName, encoded.File, ct);
            return (logo, null);
        }
        catch (BlobsAwayException away)
        {
            log.LogError(away, "A logo could not be kept");
            return (null, "desk.picture-store-away");
        }
    }

    private static async Task<(EncodedLogo? Logo, string? Problem)> EncodeAsync(byte[] bytes, CancellationToken ct)
    {
        await Decoder.WaitAsync(ct);
        try
        {
            return await Task.Run(() => LogoEncoder.Encode(bytes), ct);
        }
        finally
        {
            Decoder.Release();
        }
    }
}
