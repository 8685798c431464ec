using Platform.Petitions.Database;

namespace Platform.Petitions.Outbox;

/// <summary>A server refused an address for good: the signature shows it, and no reminder is sent there.</summary>
public sealed class Bounces(EngineDataSource source)
{
    public async Task NoteAsync(OutboxMail mail, CancellationToken ct)
    {
        if (mail is not { TenantId: { } tenant, CampaignId: { } campaign })
        {
            return;
        }

        await using var command = source.Command(
            "update petitions.signatures set bounced_at = now() where tenant_id = @tenant and campaign_id = @campaign and id = @id and bounced_at is null");
        command.Parameters.AddWithValue("tenant", tenant);
        command.Parameters.AddWithValue("campaign", campaign);
        command.Parameters.AddWithValue("id", mail.Subject);
        await command.ExecuteNonQueryAsync(ct);
    }
}
