using System.Globalization;

namespace Platform.Petitions.Drafting;

public static class PictureAddress
{
    public static string Of(Guid picture, string name) => string.Create(CultureInfo.InvariantCulture, $"/pictures/{picture:N}/{name}");
}
