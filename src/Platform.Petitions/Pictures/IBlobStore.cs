namespace Platform.Petitions.Pictures;

/// <summary>Where bytes too large for the database lie: files on disk, or whatever stands in for them.</summary>
public interface IBlobStore
{
    /// <summary>Replaces what was there; readers see the old or the new bytes, never a part.</summary>
    /// <param name="name">Segments of a-z, 0-9, dots and hyphens, joined by slashes.</param>
    Task WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken ct);

    /// <returns>Null when there is no such blob. The caller disposes it.</returns>
    Stream? Open(string name);
}
