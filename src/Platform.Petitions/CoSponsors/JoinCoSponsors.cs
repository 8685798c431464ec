using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Text;
using Platform.Petitions.Signing;

namespace Platform.Petitions.CoSponsors;

/// <summary>Takes a co-sponsor's signature while there is a place. One at a time for each campaign, so that two at once cannot pass the limit.</summary>
public sealed class JoinCoSponsors(PetitionsDb db, CoSponsoring coSponsoring, SignCampaign sign)
{
    /// <param name="form">Valid, with the link's key.</param>
    /// <returns>Null when too many sign at once.</returns>
    public async Task<SignAnswer?> RunAsync(SignForm form, GateCampaign campaign, Language language, IPAddress? ip, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // The rows themselves are written on another connection, so the lock is of nobody's row.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({campaign.Id.ToString()}, 2))", ct);
        if (await coSponsoring.TakenAsync(campaign.Id, ct) >= await coSponsoring.MostAsync(ct))
        {
            return SignAnswer.Closed;
        }

        var answer = await sign.RunAsync(form, campaign, language, ip);
        await transaction.CommitAsync(ct);
        return answer;
    }
}
