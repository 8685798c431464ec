using Npgsql;
using Platform.Petitions.Counting;
using Platform.Petitions.Database;
using Platform.Petitions.Live;
using Platform.Petitions.Signatures;
using Platform.Petitions.Signing;

namespace Platform.Petitions.MySignatures;

/// <summary>Changes a signer makes. Each leaves an event without personal data.</summary>
public sealed class ChangeSignature(EngineDataSource source, CountExit exit, CampaignChanges changes)
{
    private const string Event = "insert into petitions.signature_events (tenant_id, campaign_id, signature_id, kind, actor) select tenant_id, campaign_id, id, @kind, 'signer' from changed";

    /// <returns>False when the other person on this mailbox has that name.</returns>
    public async Task<bool> CorrectNameAsync(Signature signature, string name, CancellationToken ct) => await RunAsync(
        signature, "corrected",
        """
        update petitions.signatures s set name = @name, name_key = @key where tenant_id = @tenant and campaign_id = @campaign and id = @id
            and not exists (select from petitions.signatures o where o.tenant_id = s.tenant_id and o.campaign_id = s.campaign_id
                and o.email_fingerprint = s.email_fingerprint and o.id <> s.id and o.name_key = @key)
        """,
        ct, ("name", name), ("key", SignForm.NameKey(name))) > 0;

    public Task ShowAsync(Signature signature, bool show, CancellationToken ct) => RunAsync(
        signature, show ? "shown" : "hidden",
        "update petitions.signatures s set show_name = @show where tenant_id = @tenant and campaign_id = @campaign and id = @id and show_name <> @show",
        ct, ("show", show));

    public Task StopUpdatesAsync(Signature signature, CancellationToken ct) => RunAsync(
        signature, "updates-stopped",
        "update petitions.signatures s set wants_updates = false, updates_stopped_at = now() where tenant_id = @tenant and campaign_id = @campaign and id = @id and wants_updates",
        ct);

    /// <summary>No mails from anybody on the platform to this address, except those it asks for itself.</summary>
    public async Task StopAllAsync(Signature signature, CancellationToken ct)
    {
        await StopUpdatesAsync(signature, ct);
        await using var command = source.Command("insert into petitions.mail_stops (fingerprint) values (@fingerprint) on conflict do nothing");
        command.Parameters.AddWithValue("fingerprint", signature.EmailFingerprint);
        await command.ExecuteNonQueryAsync(ct);
    }

    public Task WithdrawAsync(Signature signature, CancellationToken ct) =>
        exit.LeaveAsync(signature.TenantId, signature.CampaignId, signature.Id, SignatureState.Withdrawn, "signer", ct);

    /// <summary>"It was not me": leaves the count, and the address cannot be used for this campaign again.</summary>
    public Task DisownAsync(Signature signature, CancellationToken ct) =>
        exit.LeaveAsync(signature.TenantId, signature.CampaignId, signature.Id, SignatureState.Refused, "signer", ct);

    private async Task<long> RunAsync(Signature signature, string kind, string update, CancellationToken ct, params (string Name, object Value)[] values)
    {
        await using var connection = await source.OpenAsync(ct);
        await using var command = new NpgsqlCommand(
            $"with changed as ({update} returning s.tenant_id, s.campaign_id, s.id), noted as ({Event}) select count(*) from changed", connection);
        command.Parameters.AddWithValue("tenant", signature.TenantId);
        command.Parameters.AddWithValue("campaign", signature.CampaignId);
        command.Parameters.AddWithValue("id", signature.Id);
        command.Parameters.AddWithValue("kind", kind);
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        var changed = (long)(await command.ExecuteScalarAsync(ct))!;
        changes.Mark(signature.CampaignId);
        return changed;
    }
}
