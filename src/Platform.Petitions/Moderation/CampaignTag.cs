using Platform.Core.Tenancy;
using Platform.Core.Text;

namespace Platform.Petitions.Moderation;

/// <summary>A word by which staff find campaigns again; never public.</summary>
public sealed class CampaignTag : ITenantOwned
{
    public const int Longest = 40;
    public const int Most = 20;

    public Guid TenantId { get; private set; }

    public required Guid CampaignId { get; init; }

    /// <summary>In small letters.</summary>
    public required string Tag { get; init; }

    /// <summary>Tags as they are typed, with commas between them.</summary>
    /// <returns>Null when there are too many or one is too long.</returns>
    public static IReadOnlyList<string>? Read(string? typed)
    {
        var tags = CleanText.SingleLine(typed).ToLowerInvariant().Split([',', '،', '#'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
        return tags.Count <= Most && tags.TrueForAll(t => t.Length <= Longest) ? tags : null;
    }
}
