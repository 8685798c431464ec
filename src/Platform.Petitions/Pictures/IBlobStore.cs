namespace Platform.Petitions.Pictures;

/// <summary>Where bytes too large for the database lie: files on disk, or a store that speaks S3. What cannot be reached throws <see cref="BlobsAwayException"/>.</summary>
public interface IBlobStore
{
    /// <summary>Replaces what was there; readers see the old or the new bytes, never a part.</summary>
    /// <param name="name">Segments of a-z, 0-9, dots and hyphens, joined by slashes.</param>
    Task WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken ct);

    /// <returns>Null when there is no such blob. The caller disposes it.</returns>
    Task<Stream?> OpenAsync(string name, CancellationToken ct);
}

/// <summary>The store does not answer, or refuses what it should take: people are asked to come again, the log says why.</summary>
public sealed class BlobsAwayException(string message, Exception? inner = null) : Exception(message, inner);
