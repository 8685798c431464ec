using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.ApiKeys;

namespace Platform.Petitions.Moderation;

/// <summary>Adds audit lines to the caller's unit of work: who did it comes from the request, a program by its key; a job says its own name.</summary>
public sealed class Audit(PetitionsDb db, CurrentUser user, CurrentKey key, TenantContext tenant)
{
    /// <param name="action">For example <c>campaign.publish</c> or <c>member.removed</c>.</param>
    /// <param name="detail">In words, without addresses, tokens or secrets.</param>
    public void Note(string action, Guid? campaign = null, string? detail = null, string job = "system") => db.Audit.Add(new AuditEntry
    {
        TenantId = tenant.Id,
        CampaignId = campaign,
        Actor = key.Id is null ? user.Id : null,
        ActorName = key.Id is not null ? $"key {key.Name}" : user.SignedIn ? user.Name : job,
        Action = action,
        Detail = Fitting(detail),
    });

    private static string? Fitting(string? detail) => detail is { Length: > AuditEntry.LongestDetail }
        ? detail[..(char.IsHighSurrogate(detail[AuditEntry.LongestDetail - 1]) ? AuditEntry.LongestDetail - 1 : AuditEntry.LongestDetail)]
        : detail;
}
