namespace Platform.Petitions.Pictures;

/// <summary>
/// The sizes of pictures, each made when it is first asked for and kept. An upload so waits for one decoding only, formats that come later
/// reach old pictures, and nobody makes what no browser wants.
/// </summary>
public sealed class PictureFiles(IBlobStore blobs)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // One at a time: what a crowd wants is made once, and signing keeps a processor.
    private static readonly SemaphoreSlim Makers = new(1);

    /// <returns>Null when there is no such picture.</returns>
    public async Task<OpenedPicture?> OpenAsync(Guid picture, PictureFile file, CancellationToken ct)
    {
        var name = PictureFile.BlobOf(picture, file.Name);
        if (await blobs.OpenAsync(name, ct) is { } kept)
        {
            return new OpenedPicture(kept, file.Format.Type, Lasting: true);
        }

        if (!await Makers.WaitAsync(Patience, ct))
        {
            // Browsers look into what they get, whatever they asked for; a heavier picture is better than none.
            return await SourceAsync(picture, ct) is { } standIn ? new OpenedPicture(Readable(standIn), PictureFormat.Jpeg.Type, Lasting: false) : null;
        }

        try
        {
            return await blobs.OpenAsync(name, ct) is { } made ? new OpenedPicture(made, file.Format.Type, Lasting: true)
                : await SourceAsync(picture, ct) is { } source ? new OpenedPicture(Readable(await MakeAsync(source, name, file)), file.Format.Type, Lasting: true)
                : null;
        }
        finally
        {
            Makers.Release();
        }
    }

    /// <summary>What sizes and cards are made from; for pictures from before there was one, the large JPEG.</summary>
    /// <returns>Null when there is no such picture.</returns>
    public async Task<byte[]?> SourceAsync(Guid picture, CancellationToken ct)
    {
        var stream = await blobs.OpenAsync(PictureFile.BlobOf(picture, PictureFile.Source), ct)
            ?? await blobs.OpenAsync(PictureFile.BlobOf(picture, new PictureFile(PictureFile.Largest, PictureFormat.Jpeg).Name), ct);
        if (stream is null)
        {
            return null;
        }

        await using (stream)
        {
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, ct);
            return bytes.ToArray();
        }
    }

    /// <summary>Begun work is kept even when who asked has gone, or leaving early would make it again and again.</summary>
    private async Task<byte[]> MakeAsync(byte[] source, string name, PictureFile file)
    {
        var bytes = await Task.Run(() => PictureEncoder.Resize(source, file), CancellationToken.None);
        await blobs.WriteAsync(name, bytes, CancellationToken.None);
        return bytes;
    }

    private static MemoryStream Readable(byte[] bytes) => new(bytes, writable: false);
}

/// <param name="Lasting">False for what stands in for a size that could not be made in time.</param>
public sealed record OpenedPicture(Stream Content, string Type, bool Lasting);
