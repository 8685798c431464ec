using System.Net;
using Platform.Petitions.Abuse;
using Platform.Petitions.Database;
using Platform.Petitions.Moderation;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Voices;

/// <summary>
/// Thanks for a reason, counted once for each browser on each network: the page carries no cookie that could tell. Neither can be read from what
/// is kept, and a network that pretends to be many browsers runs into a limit.
/// </summary>
public sealed class ThankReason(EngineDataSource source, Fingerprints fingerprints, Senders senders)
{
    private const int MostAtOnce = 30;

    // A reason that everybody thanks at once is one row that everybody waits for; it is a short statement.
    private const string Thank =
        """
        with meant as (
            select id from petitions.signatures
            where tenant_id = @tenant and campaign_id = @campaign and number = @number and state = 1 and not testing and reason is not null and not reason_hidden and erased_at is null
        ), thanked as (
            insert into petitions.reason_thanks (tenant_id, campaign_id, signature_id, sender) select @tenant, @campaign, id, @sender from meant where @counts
            on conflict do nothing returning signature_id
        ), marked as (
            insert into petitions.reason_marks as m (tenant_id, campaign_id, signature_id, thanks) select @tenant, @campaign, signature_id, 1 from thanked
            on conflict (tenant_id, campaign_id, signature_id) do update set thanks = m.thanks + 1 returning thanks
        )
        select coalesce(
            (select thanks from marked),
            (select m.thanks from petitions.reason_marks m where m.tenant_id = @tenant and m.campaign_id = @campaign and m.signature_id = meant.id), 0) from meant
        """;

    /// <param name="number">The signer's.</param>
    /// <returns>How many have thanked; null when nobody can read such a reason.</returns>
    public async Task<long?> RunAsync(Guid tenant, Guid campaign, long number, IPAddress? address, string browser, CancellationToken ct)
    {
        var network = SenderNetwork.Near(address ?? IPAddress.None).ToString();
        await using var command = source.Command(Thank);
        command.Parameters.AddWithValue("tenant", tenant);
        command.Parameters.AddWithValue("campaign", campaign);
        command.Parameters.AddWithValue("number", number);
        command.Parameters.AddWithValue("sender", fingerprints.OfSender($"{network}\n{browser}"));
        command.Parameters.AddWithValue("counts", senders.Allows("thank", senders.Of(address), MostAtOnce));
        return (long?)await command.ExecuteScalarAsync(ct);
    }
}
