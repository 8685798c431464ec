namespace Platform.Petitions.Sharing;

/// <summary>The two pictures that other sites ask for: wide beside a link, square in a stream of pictures.</summary>
public sealed record CardShape(string Name, int Width, int Height)
{
    public static readonly CardShape Wide = new("share", 1200, 630);

    public static readonly CardShape Square = new("share-square", 1080, 1080);
}
