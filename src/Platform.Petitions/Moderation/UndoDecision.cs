using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Live;

namespace Platform.Petitions.Moderation;

public enum UndoOutcome
{
    Undone,

    /// <summary>The mail is on its way, somebody has signed, or the campaign moved on.</summary>
    TooLate,

    Unreadable,
}

/// <summary>Takes a decision back while its mail still waits: state, timeline entry and mail together, or nothing.</summary>
public sealed class UndoDecision(PetitionsDb db, Audit audit, CampaignEntry entry, CampaignChanges changes, IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("moderation.undo");

    public string Seal(UndoTicket ticket) => protector.Protect(JsonSerializer.Serialize(ticket));

    public async Task<UndoOutcome> RunAsync(string? sealedTicket, CancellationToken ct)
    {
        if (Open(sealedTicket) is not { } ticket || await entry.EnterAsync(ticket.Campaign, ct) is not { } campaign)
        {
            return UndoOutcome.Unreadable;
        }

        var signed = ticket.Before.PublishedAt is null && await db.Signatures.AnyAsync(s => s.CampaignId == campaign.Id && s.SubmittedAt >= campaign.PublishedAt, ct);
        if (campaign.Version != ticket.Version || signed)
        {
            return UndoOutcome.TooLate;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // The pump takes only what is due, so a row that is not due yet cannot be on its way.
        var dropped = await db.Database.ExecuteSqlAsync(
            $"delete from petitions.outbox_mails where id = {ticket.Mail} and done_at is null and lease_until is null and due_at > now()", ct);
        if (dropped == 0)
        {
            return UndoOutcome.TooLate;
        }

        campaign.Return(ticket.Before);
        await db.Timeline.Where(e => e.Id == ticket.Timeline).ExecuteDeleteAsync(ct);
        audit.Note("campaign.undo", campaign.Id, ticket.Move.ToString());
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return UndoOutcome.TooLate;
        }

        await transaction.CommitAsync(ct);
        changes.Mark(campaign.Id);
        return UndoOutcome.Undone;
    }

    private UndoTicket? Open(string? sealedTicket)
    {
        try
        {
            return sealedTicket is null ? null : JsonSerializer.Deserialize<UndoTicket>(protector.Unprotect(sealedTicket));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
