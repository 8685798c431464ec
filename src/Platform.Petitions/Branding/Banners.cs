using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Organisations;
using Platform.Petitions.Pictures;

namespace Platform.Petitions.Branding;

internal static class Banners
{
    /// <returns>What hangs over the organisation's page; null where nothing does.</returns>
    public static async Task<PictureView?> BannerAsync(this PetitionsDb db, Organisation organisation, CancellationToken ct) =>
        organisation.BannerId is { } id && await db.Pictures.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is { } picture
            ? new PictureView(id, picture.Width, picture.Height, organisation.BannerAlt ?? "") { Colour = picture.Colour }
            : null;
}
