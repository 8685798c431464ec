using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Database;
using Platform.Petitions.Signatures;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Abuse;

/// <param name="Campaign">Reference number; null searches everywhere, which only a whole address allows.</param>
/// <param name="Q">A name, a postcode's beginning, an address, <c>@domain</c>, or a network.</param>
public sealed record SignatureFilter(int? Campaign, string? Q, SignatureState? State, DateOnly? From, DateOnly? Until)
{
    /// <summary>True when it names one mailbox.</summary>
    public bool IsAddress => Q is { } q && !q.Trim().StartsWith('@') && EmailAddress.Parse(q) is not null;
}

public sealed record FoundSignature(
    Guid Id, Guid CampaignId, int Reference, string Title, string Name, string? Email, IPAddress? Ip, SignatureState State, long? Number,
    DateTimeOffset SubmittedAt, DateTimeOffset? BouncedAt, DateTimeOffset? ComplainedAt, bool WantsUpdates);

/// <summary>Staff's search over signatures. One campaign is read along its key; a mailbox is found everywhere by its fingerprint.</summary>
public sealed class SignatureSearch(PetitionsDb db, Fingerprints fingerprints)
{
    public const int PageSize = 50;

    /// <summary>How many can be restored at once.</summary>
    public const int MostAtOnce = 5000;

    /// <summary>Newest first, one more than a page: whether there is another.</summary>
    public Task<List<FoundSignature>> PageAsync(SignatureFilter filter, Guid? before, CancellationToken ct)
    {
        var found = Matching(filter);
        found = before is { } last ? found.Where(s => s.Id.CompareTo(last) < 0) : found;
        return found.OrderByDescending(s => s.Id).Take(PageSize + 1)
            .Join(db.AcrossTenants<Campaign>().Titled(), s => s.CampaignId, c => c.Campaign.Id, (s, c) => new { s, c })
            .OrderByDescending(r => r.s.Id)
            .Select(r => new FoundSignature(
                r.s.Id, r.s.CampaignId, r.c.Campaign.Reference, r.c.Title, r.s.Name, r.s.Email, r.s.Ip, r.s.State, r.s.Number, r.s.SubmittedAt, r.s.BouncedAt, r.s.ComplainedAt, r.s.WantsUpdates))
            .ToListAsync(ct);
    }

    /// <summary>Those of them that were set aside, oldest first.</summary>
    public Task<List<Guid>> SetAsideAsync(SignatureFilter filter, CancellationToken ct) =>
        Matching(filter with { State = SignatureState.Quarantined }).OrderBy(s => s.Id).Take(MostAtOnce).Select(s => s.Id).ToListAsync(ct);

    public Task<int> CountSetAsideAsync(SignatureFilter filter, CancellationToken ct) =>
        Matching(filter with { State = SignatureState.Quarantined }).OrderBy(s => s.Id).Take(MostAtOnce).CountAsync(ct);

    private IQueryable<Signature> Matching(SignatureFilter filter)
    {
        var found = db.AcrossTenants<Signature>().AsNoTracking().Where(s => !s.Testing);
        if (filter.Campaign is { } reference)
        {
            found = found.Where(s => db.AcrossTenants<Campaign>().Any(c => c.TenantId == s.TenantId && c.Id == s.CampaignId && c.Reference == reference));
        }

        if (filter.State is { } state)
        {
            found = found.Where(s => s.State == state);
        }

        if (filter.From is { } from)
        {
            var start = new DateTimeOffset(from.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            found = found.Where(s => s.SubmittedAt >= start);
        }

        if (filter.Until is { } until)
        {
            var end = new DateTimeOffset(until.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            found = found.Where(s => s.SubmittedAt < end);
        }

        return Named(found, CleanText.SingleLine(filter.Q));
    }

    private IQueryable<Signature> Named(IQueryable<Signature> found, string words)
    {
        if (words.Length == 0)
        {
            return found;
        }

        if (words[0] == '@')
        {
            var domain = LikePattern.EndingWith(words);
            return found.Where(s => s.Email != null && EF.Functions.ILike(s.Email, domain, LikePattern.Sign));
        }

        if (EmailAddress.Parse(words) is { } email)
        {
            var fingerprint = fingerprints.Of(email);
            return found.Where(s => s.EmailFingerprint == fingerprint);
        }

        if (NetworkIn(words) is { } network)
        {
            return found.Where(s => s.Ip != null && EF.Functions.ContainedByOrEqual(s.Ip, network));
        }

        var name = LikePattern.Containing(SignForm.NameKey(words));
        var postcode = LikePattern.StartingWith(words.Replace(" ", "", StringComparison.Ordinal));
        return found.Where(s => EF.Functions.Like(s.NameKey, name, LikePattern.Sign) || (s.Postcode != null && EF.Functions.ILike(s.Postcode.Replace(" ", ""), postcode, LikePattern.Sign)));
    }

    private static IPNetwork? NetworkIn(string words)
    {
        if (IPNetwork.TryParse(words, out var network))
        {
            return network;
        }

        return words.AsSpan().ContainsAny(".:") && IPAddress.TryParse(words, out var address) ? SenderNetwork.Near(address) : null;
    }
}
