namespace Platform.Petitions.Pictures;

/// <summary>Section <c>Blobs</c>: where pictures, share cards and PDFs are kept. A folder, unless a bucket is named.</summary>
public sealed record BlobOptions
{
    /// <summary>Not set: below the data folder.</summary>
    public string? Folder { get; init; }

    public S3Options? S3 { get; init; }
}

/// <summary>Section <c>Blobs:S3</c>: a store that speaks S3, of whatever maker.</summary>
public sealed record S3Options
{
    public string Bucket { get; init; } = "";

    /// <summary>Address of the store; not set, it is Amazon's in the region.</summary>
    public Uri? Endpoint { get; init; }

    public string Region { get; init; } = "us-east-1";

    public string AccessKey { get; init; } = "";

    public string SecretKey { get; init; } = "";

    /// <summary>Goes before each name, for a bucket that holds other things too; ends in a slash.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The bucket stands in the path, as most stores outside Amazon want it, and not in the host's name.</summary>
    public bool BucketInPath { get; init; } = true;

    /// <summary>How long one request may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <exception cref="InvalidOperationException">Something is missing, in words for who set it.</exception>
    public S3Options Checked()
    {
        var missing = new[] { (nameof(Bucket), Bucket), (nameof(AccessKey), AccessKey), (nameof(SecretKey), SecretKey) }
            .Where(setting => setting.Item2.Length == 0).Select(setting => $"Blobs__S3__{setting.Item1}").ToList();
        return missing.Count == 0 ? this : throw new InvalidOperationException($"Pictures go to an S3 store, but this is not set: {string.Join(", ", missing)}.");
    }
}
