using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Platform.Petitions.Pictures;

/// <summary>Reads uploads, has our own files made of them, and lays those into the blob store.</summary>
public sealed class Uploads(IBlobStore blobs, ILogger<Uploads> log)
{
    // Decoding is the most memory a request may take; two at once are enough for one node.
    private static readonly SemaphoreSlim Decoders = new(2);

    /// <param name="tooLarge">What is said of more than <paramref name="mostBytes"/>.</param>
    /// <param name="encode">Makes our own file, or says the key of what is wrong.</param>
    /// <returns>What was made, not kept yet, or the key of what is wrong with the upload.</returns>
    public static async Task<(Upload<T>? Made, string? Problem)> ReadAsync<T>(
        IFormFile upload, int mostBytes, string tooLarge, Func<byte[], (Upload<T>? Made, string? Problem)> encode, CancellationToken ct)
    {
        if (upload.Length > mostBytes)
        {
            return (null, tooLarge);
        }

        var bytes = new byte[upload.Length];
        await using (var stream = upload.OpenReadStream())
        {
            await stream.ReadExactlyAsync(bytes, ct);
        }

        await Decoders.WaitAsync(ct);
        try
        {
            return await Task.Run(() => encode(bytes), ct);
        }
        finally
        {
            Decoders.Release();
        }
    }

    /// <returns>The key of what is wrong; null when it is kept.</returns>
    public async Task<string?> KeepAsync<T>(Upload<T> upload, CancellationToken ct)
    {
        try
        {
            await blobs.WriteAsync(upload.BlobName, upload.File, ct);
            return null;
        }
        catch (BlobsAwayException away)
        {
            // Everything else that was typed is saved; only the file has to be sent again.
            log.LogError(away, "{Blob} could not be kept", upload.BlobName);
            return "desk.picture-store-away";
        }
    }
}

/// <summary>What was made of somebody's file.</summary>
/// <param name="File">For the store, under <paramref name="BlobName"/>.</param>
public sealed record Upload<T>(T Made, string BlobName, byte[] File);
