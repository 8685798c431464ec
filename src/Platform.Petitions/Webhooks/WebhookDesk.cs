using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;
using Platform.Petitions.Database;
using Platform.Petitions.Moderation;

namespace Platform.Petitions.Webhooks;

/// <summary>What owners do with their endpoints.</summary>
public sealed class WebhookDesk(PetitionsDb db, WebhookSecrets secrets, WebhookOptions options, DatabaseClock clock, TenantContext tenant, Audit audit)
{
    public const int Most = 10;

    public Task<WebhookEndpoint?> FindAsync(Guid id, CancellationToken ct) => db.WebhookEndpoints.SingleOrDefaultAsync(e => e.Id == id, ct);

    public async Task CheckAsync(WebhookForm form, ModelStateDictionary state, bool another, CancellationToken ct)
    {
        form.Url = form.Url?.Trim();
        if (!options.Allows(form.Url))
        {
            state.AddModelError(nameof(form.Url), "account.webhook-url-invalid");
        }

        if (form.Chosen.Count == 0)
        {
            state.AddModelError(nameof(form.Events), "error.choose");
        }

        if (another && await db.WebhookEndpoints.CountAsync(ct) >= Most)
        {
            state.AddModelError(nameof(form.Url), $"account.webhooks-many?max={Most}");
        }
    }

    /// <returns>The endpoint and its secret, which is not shown again.</returns>
    public async Task<(WebhookEndpoint Endpoint, string Secret)> AddAsync(WebhookForm form, CancellationToken ct)
    {
        var (shown, kept) = secrets.Make();
        var endpoint = new WebhookEndpoint(form.Url!, form.Chosen, kept, await clock.NowAsync(ct));
        db.WebhookEndpoints.Add(endpoint);
        await SaveAsync(endpoint, "webhook.added", fromNow: true, ct);
        return (endpoint, shown);
    }

    public async Task ChangeAsync(WebhookEndpoint endpoint, WebhookForm form, CancellationToken ct)
    {
        endpoint.Change(form.Url!, form.Chosen, await clock.NowAsync(ct));
        await SaveAsync(endpoint, "webhook.changed", fromNow: true, ct);
    }

    public async Task<string> RotateAsync(WebhookEndpoint endpoint, CancellationToken ct)
    {
        var (shown, kept) = secrets.Make();
        endpoint.Rotate(kept, await clock.NowAsync(ct));
        await SaveAsync(endpoint, "webhook.secret", fromNow: false, ct);
        return shown;
    }

    public async Task SwitchAsync(WebhookEndpoint endpoint, bool on, CancellationToken ct)
    {
        var now = await clock.NowAsync(ct);
        if (on)
        {
            endpoint.SwitchOn(now);
        }
        else
        {
            endpoint.SwitchOff(now);
        }

        await SaveAsync(endpoint, on ? "webhook.on" : "webhook.off", fromNow: on, ct);
    }

    public async Task RemoveAsync(WebhookEndpoint endpoint, CancellationToken ct)
    {
        db.WebhookEndpoints.Remove(endpoint);
        await SaveAsync(endpoint, "webhook.removed", fromNow: false, ct);
    }

    /// <param name="fromNow">It hears of signatures from here on, not of those that are there.</param>
    private async Task SaveAsync(WebhookEndpoint endpoint, string action, bool fromNow, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        audit.Note(action, detail: $"{new Uri(endpoint.Url).Host}: {string.Join(", ", endpoint.Events)}");
        await db.SaveChangesAsync(ct);
        if (fromNow)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into petitions.webhook_positions (tenant_id, endpoint_id, campaign_id, numbered)
                select tenant_id, {endpoint.Id}, campaign_id, numbered from petitions.campaign_counts where tenant_id = {tenant.Id}
                on conflict (tenant_id, endpoint_id, campaign_id) do update set numbered = excluded.numbered
                """, ct);
        }

        await transaction.CommitAsync(ct);
    }
}
