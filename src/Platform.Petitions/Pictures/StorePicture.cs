using Microsoft.AspNetCore.Http;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Pictures;

/// <summary>Makes pictures of uploads.</summary>
public sealed class StorePicture(PetitionsDb db, Uploads uploads, CurrentUser user)
{
    /// <returns>The picture, its file kept, or the key of what is wrong with it.</returns>
    public async Task<(Picture? Picture, string? Problem)> RunAsync(IFormFile upload, CancellationToken ct)
    {
        var (read, problem) = await ReadAsync(upload, ct);
        return read is null ? (null, problem) : await uploads.KeepAsync(read, ct) is { } away ? (null, away) : (read.Made, null);
    }

    /// <returns>The picture, its file not kept yet, or the key of what is wrong with it.</returns>
    public Task<(Upload<Picture>? Picture, string? Problem)> ReadAsync(IFormFile upload, CancellationToken ct) =>
        Uploads.ReadAsync(upload, PictureEncoder.MostBytes, KeyOf(PictureProblem.TooLarge), Encode, ct);

    /// <summary>Adds the row to the caller's unit of work.</summary>
    public void Keep(Picture picture) => db.Pictures.Add(picture);

    private (Upload<Picture>?, string?) Encode(byte[] bytes)
    {
        var outcome = PictureEncoder.Encode(bytes);
        if (outcome is not PictureOutcome.Encoded encoded)
        {
            return (null, KeyOf(((PictureOutcome.Refused)outcome).Problem));
        }

        var picture = new Picture { Width = encoded.Width, Height = encoded.Height, Colour = encoded.Colour, UploadedBy = user.RequiredId };
        return (new Upload<Picture>(picture, PictureFile.BlobOf(picture.Id, PictureFile.Source), encoded.Source), null);
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
