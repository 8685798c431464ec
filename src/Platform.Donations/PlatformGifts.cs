namespace Platform.Donations;

/// <summary>Gifts to whoever runs the platform belong to no organisation; they are kept under an id that no organisation can have, behind the same locks.</summary>
public static class PlatformGifts
{
    public static readonly Guid Id = new("00000000-0000-0000-0000-00000000d017");
}
