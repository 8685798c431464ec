using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Core.Access;
using Platform.Petitions.Branding;
using Platform.Petitions.Database;
using Platform.Petitions.Moderation;
using Platform.Petitions.Organisations;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Domains;

/// <summary>Looks for the record of the organisation's claim, and draws what follows: its pages answer at the domain, or owners are warned, or it is lost.</summary>
public sealed class CheckDomain(PetitionsDb db, IDomainRecords records, DatabaseClock clock, IOwners owners, RefreshPages refresh, Audit audit)
{
    /// <param name="byOwner">Somebody wants to know it now: then it goes on being looked for, too.</param>
    public async Task<DomainFound> RunAsync(bool byOwner, CancellationToken ct)
    {
        if (await db.DomainClaims.SingleOrDefaultAsync(ct) is not { } claim)
        {
            return DomainFound.NoClaim;
        }

        if (await records.TextsAsync(claim.RecordName, ct) is not { } texts)
        {
            return DomainFound.NoAnswer;
        }

        var (now, isThere) = (await clock.NowAsync(ct), texts.Any(text => text.Trim() == claim.Token));
        if (byOwner)
        {
            claim.Ask(now);
        }

        if (isThere && await db.Organisations.AnyAsync(o => o.Domain == claim.Host && o.Id != claim.TenantId, ct))
        {
            claim.Look(now);
            await db.SaveChangesAsync(ct);
            return DomainFound.Taken;
        }

        var organisation = await db.Organisations.SingleAsync(o => o.Id == claim.TenantId, ct);
        var news = claim.Saw(isThere, now);
        await DrawAsync(organisation, claim, news, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody looked at the same time and has drawn it already.
            return isThere ? DomainFound.There : DomainFound.Absent;
        }
        catch (DbUpdateException first) when (first.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return DomainFound.Taken;
        }

        if (news is DomainNews.Verified or DomainNews.Lost)
        {
            await refresh.RunAsync(organisation, claim.Host, ct);
        }

        return isThere ? DomainFound.There : DomainFound.Absent;
    }

    private async Task DrawAsync(Organisation organisation, DomainClaim claim, DomainNews news, CancellationToken ct)
    {
        if (news == DomainNews.None)
        {
            return;
        }

        audit.Note($"domain.{news.ToString().ToLowerInvariant()}", detail: claim.Host);
        if (news is DomainNews.Verified or DomainNews.Lost)
        {
            organisation.UseDomain(news == DomainNews.Verified ? claim.Host : null);
        }

        if (news is DomainNews.Missing or DomainNews.Lost)
        {
            foreach (var owner in await owners.AllAsync(ct))
            {
                db.Outbox.Add(new OutboxMail(MailKind.DomainRecord, claim.TenantId, null, owner));
            }
        }
    }
}

/// <summary>What looking for the record came to.</summary>
public enum DomainFound
{
    NoClaim,
    There,
    Absent,
    NoAnswer,

    /// <summary>The record is there, and another organisation was first.</summary>
    Taken,
}
