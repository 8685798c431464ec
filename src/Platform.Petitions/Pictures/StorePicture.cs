using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Pictures;

/// <summary>Reads an upload, encodes it anew and lays it into the blob store.</summary>
public sealed class StorePicture(PetitionsDb db, IBlobStore blobs, CurrentUser user, ILogger<StorePicture> log)
{
    // Decoding is the most memory a request may take; two at once are enough for one node.
    private static readonly SemaphoreSlim Decoders = new(2);

    /// <returns>The picture, or the key of what is wrong with it.</returns>
    public async Task<(Picture? Picture, string? Problem)> RunAsync(IFormFile upload, CancellationToken ct)
    {
        if (upload.Length > PictureEncoder.MostBytes)
        {
            return (null, KeyOf(PictureProblem.TooLarge));
        }

        var bytes = new byte[upload.Length];
        await using (var stream = upload.OpenReadStream())
        {
            await stream.ReadExactlyAsync(bytes, ct);
        }

        var outcome = await EncodeAsync(bytes, ct);
        if (outcome is not PictureOutcome.Encoded encoded)
        {
            return (null, KeyOf(((PictureOutcome.Refused)outcome).Problem));
        }

        var picture = new Picture { Width = encoded.Width, Height = encoded.Height, Colour = encoded.Colour, UploadedBy = user.RequiredId };
        try
        {
            await blobs.WriteAsync(PictureFile.BlobOf(picture.Id, PictureFile.Source), encoded.Source, ct);
            return (picture, null);
        }
        catch (BlobsAwayException away)
        {
            // Everything else that was typed is saved; only the picture has to be sent again.
            log.LogError(away, "A picture could not be kept");
            return (null, "desk.picture-store-away");
        }
    }

    /// <summary>Adds the row to the caller's unit of work.</summary>
    public void Keep(Picture picture) => db.Pictures.Add(picture);

    private static async Task<PictureOutcome> EncodeAsync(byte[] bytes, CancellationToken ct)
    {
        await Decoders.WaitAsync(ct);
        try
        {
            return await Task.Run(() => PictureEncoder.Encode(bytes), ct);
        }
        finally
        {
            Decoders.Release();
        }
    }

    private static string KeyOf(PictureProblem problem) => problem switch
    {
        PictureProblem.WrongType => "desk.picture-wrong-type",
        PictureProblem.TooLarge => "desk.picture-too-large",
        PictureProblem.TooManyPixels => "desk.picture-too-many-pixels",
        PictureProblem.TooSmall => "desk.picture-too-small",
        _ => "desk.picture-unreadable",
    };
}
