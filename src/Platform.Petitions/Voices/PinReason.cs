using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Live;
using Platform.Petitions.Moderation;

namespace Platform.Petitions.Voices;

public enum PinAnswer
{
    Done,

    /// <summary>Three stand first already.</summary>
    Full,

    /// <summary>There is no such reason to read.</summary>
    Absent,
}

/// <summary>Puts a reason first on the campaign's page, or back among the others.</summary>
public sealed class PinReason(PetitionsDb db, VoiceLists voices, Audit audit, CampaignChanges changes)
{
    public const int Most = 3;

    public async Task<PinAnswer> RunAsync(Guid campaign, Guid signature, bool pinned, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // One at a time for each campaign, or two who press at once make it four.
        var tenant = (await db.Database.SqlQuery<Guid>($"select tenant_id as \"Value\" from petitions.campaigns where id = {campaign} for update").ToListAsync(ct)).Single();
        var spoken = voices.Spoken(campaign);
        if (!await spoken.AnyAsync(s => s.Id == signature, ct))
        {
            return PinAnswer.Absent;
        }

        if (pinned && await db.ReasonMarks.CountAsync(m => m.CampaignId == campaign && m.PinnedAt != null && m.SignatureId != signature && spoken.Any(s => s.Id == m.SignatureId), ct) >= Most)
        {
            return PinAnswer.Full;
        }

        await db.Database.ExecuteSqlAsync(
            $"""
            insert into petitions.reason_marks as m (tenant_id, campaign_id, signature_id, thanks, pinned_at) values ({tenant}, {campaign}, {signature}, 0, case when {pinned} then now() end)
            on conflict (tenant_id, campaign_id, signature_id) do update set pinned_at = case when {pinned} then coalesce(m.pinned_at, now()) end
            """,
            ct);
        audit.Note(pinned ? "signature.reason-pin" : "signature.reason-unpin", campaign, $"signature {signature}");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        changes.Mark(campaign);
        return PinAnswer.Done;
    }
}
