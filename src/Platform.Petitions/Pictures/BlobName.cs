using System.Text.RegularExpressions;

namespace Platform.Petitions.Pictures;

/// <summary>Names of blobs are paths on some disks, so nothing else is let through.</summary>
internal static partial class BlobName
{
    /// <exception cref="ArgumentException">It is none.</exception>
    public static string Checked(string name) => Form().IsMatch(name) ? name : throw new ArgumentException("Not the name of a blob.", nameof(name));

    [GeneratedRegex("^[a-z0-9-]+(/[a-z0-9-]+)*(\\.[a-z0-9]+)?$")]
    private static partial Regex Form();
}
