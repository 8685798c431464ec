using System.Globalization;
using Platform.Core.Tenancy;

namespace Platform.Petitions.Branding;

/// <summary>An organisation's sign: one file, small enough for the head of every page.</summary>
/// <param name="Tone">See <see cref="TenantLogo"/>.</param>
public sealed record Logo(Guid Id, int Width, int Height, string Alt, string Tone)
{
    private const string Above = "/pictures/";

    public string BlobName => BlobNameOf(Id);

    public static string BlobNameOf(Guid id) => string.Create(CultureInfo.InvariantCulture, $"logos/{id:N}.webp");

    /// <summary>Where the bytes of one that pages show lie.</summary>
    public static string BlobNameOf(TenantLogo shown) => shown.Address[Above.Length..];

    public TenantLogo ForPages() => new(Above + BlobName, Width, Height, Alt, Tone);
}
