using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Platform.Petitions.Pictures;

/// <summary>Blobs as objects of one bucket. A put is whole or not there, which is what readers are promised.</summary>
public sealed class S3Blobs : IBlobStore, IDisposable
{
    private const string NoSuchBucket = "NoSuchBucket";

    private readonly AmazonS3Client client;
    private readonly S3Options options;

    public S3Blobs(S3Options options)
    {
        this.options = options.Checked();
        var config = new AmazonS3Config
        {
            AuthenticationRegion = options.Region,
            ForcePathStyle = options.BucketInPath,
            Timeout = options.Patience,
            MaxErrorRetry = 1,

            // Newer checksums beside the signed one are refused by stores of other makers.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (options.Endpoint is { } endpoint)
        {
            config.ServiceURL = endpoint.AbsoluteUri;
        }
        else
        {
            config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(options.Region);
        }

        client = new AmazonS3Client(new BasicAWSCredentials(options.AccessKey, options.SecretKey), config);
    }

    public async Task WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        using var body = new MemoryStream(content.ToArray(), writable: false);
        var request = new PutObjectRequest { BucketName = options.Bucket, Key = KeyOf(name), InputStream = body, AutoCloseStream = false, UseChunkEncoding = false };
        await AskAsync("kept", name, () => client.PutObjectAsync(request, ct), ct);
    }

    public async Task<Stream?> OpenAsync(string name, CancellationToken ct) =>
        (await AskAsync("read", name, () => client.GetObjectAsync(options.Bucket, KeyOf(name), ct), ct))?.ResponseStream;

    public void Dispose() => client.Dispose();

    private string KeyOf(string name) => options.Prefix + BlobName.Checked(name);

    /// <returns>Null when there is no such object.</returns>
    private async Task<T?> AskAsync<T>(string what, string name, Func<Task<T>> ask, CancellationToken ct)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (AmazonS3Exception answer) when (answer.StatusCode == HttpStatusCode.NotFound && answer.ErrorCode != NoSuchBucket)
        {
            return null;
        }
        catch (Exception problem) when (!ct.IsCancellationRequested
            && problem is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or TimeoutException or OperationCanceledException)
        {
            throw new BlobsAwayException($"{name} cannot be {what}: the store with bucket {options.Bucket} says {problem.Message}", problem);
        }
    }
}
