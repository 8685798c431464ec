using System.Text;

namespace Platform.Petitions.Moderation;

/// <summary>The part of a text's key that names a value of an enum: <c>ChangesRequested</c> is <c>changes-requested</c>.</summary>
public static class AdminWords
{
    public static string Key<T>(T value)
        where T : struct, Enum
    {
        var key = new StringBuilder();
        foreach (var letter in value.ToString())
        {
            if (char.IsUpper(letter) && key.Length > 0)
            {
                key.Append('-');
            }

            key.Append(char.ToLowerInvariant(letter));
        }

        return key.ToString();
    }
}
