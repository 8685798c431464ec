using System.Security.Cryptography;
using System.Text;
using Platform.Core.Tenancy;

namespace Platform.Petitions.Campaigns;

/// <summary>One wording of a petition in one language. Sealed once approved; a signature names the version it signed.</summary>
public sealed class CampaignText : ITenantOwned
{
    private CampaignText()
    {
    }

    public CampaignText(Guid campaignId, string language, int version, Guid author)
    {
        CampaignId = campaignId;
        Language = language;
        Version = version;
        Author = author;
    }

    public Guid TenantId { get; private set; }

    public Guid CampaignId { get; private set; }

    public string Language { get; private set; } = "";

    /// <summary>Counts over all languages of the campaign.</summary>
    public int Version { get; private set; }

    /// <summary>What should change.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What exactly is asked of the decision-maker.</summary>
    public string Demand { get; private set; } = "";

    /// <summary>Why: Markdown.</summary>
    public string Body { get; private set; } = "";

    /// <summary>SHA-256 of language, title, demand and body: what a signature is bound to.</summary>
    public byte[] Hash { get; private set; } = [];

    public Guid Author { get; private set; }

    public DateTimeOffset EditedAt { get; private set; }

    public Guid? ApprovedBy { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>When a moderator did not let it through; writing on in it makes it wait again.</summary>
    public DateTimeOffset? RefusedAt { get; private set; }

    /// <summary>The moderator's words on it, for the organiser.</summary>
    public string? RefusedBecause { get; private set; }

    public void Write(string title, string demand, string body, Guid author, DateTimeOffset now)
    {
        if (ApprovedAt is not null)
        {
            throw new InvalidOperationException("An approved wording is sealed.");
        }

        Title = title;
        Demand = demand;
        Body = body;
        Author = author;
        EditedAt = now;
        (RefusedAt, RefusedBecause) = (null, null);
        Hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', Language, title, demand, body)));
    }

    public void Approve(Guid moderator, DateTimeOffset now)
    {
        ApprovedBy = moderator;
        ApprovedAt = now;
    }

    internal void Refuse(string because, DateTimeOffset now) => (RefusedAt, RefusedBecause) = (now, because);

    /// <summary>Takes an approval back that nobody has seen or signed.</summary>
    internal void Reopen()
    {
        ApprovedBy = null;
        ApprovedAt = null;
    }
}
