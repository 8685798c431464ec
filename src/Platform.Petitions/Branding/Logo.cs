using System.Globalization;
using Platform.Core.Tenancy;

namespace Platform.Petitions.Branding;

/// <summary>An organisation's sign: one file, small enough for the head of every page.</summary>
/// <param name="Tone">See <see cref="TenantLogo"/>.</param>
public sealed record Logo(Guid Id, int Width, int Height, string Alt, string Tone)
{
    public string BlobName => BlobNameOf(Id);

    public static string BlobNameOf(Guid id) => string.Create(CultureInfo.InvariantCulture, $"logos/{id:N}.webp");

    public TenantLogo ForPages() => new(string.Create(CultureInfo.InvariantCulture, $"/pictures/logos/{Id:N}.webp"), Width, Height, Alt, Tone);
}
