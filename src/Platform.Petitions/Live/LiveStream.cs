using System.Buffers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Signing;
using Platform.Petitions.Site;

namespace Platform.Petitions.Live;

/// <summary>
/// Server-sent events of a campaign's card. An endpoint of its own and not a controller's action, since ten thousand of them stay open
/// and each would hold MVC's contexts for as long.
/// </summary>
internal static class LiveStream
{
    private static readonly byte[] SignOfLife = ":\n\n"u8.ToArray();

    public static void MapLiveStream(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/{org}/{slug}/live", FollowAsync).WithMetadata(new PublicPageAttribute());

    /// <remarks>204 tells a browser not to come back: there is nothing to follow, or no room. The page then asks now and then.</remarks>
    private static async Task FollowAsync(string slug, string? lang, HttpContext http, CampaignGate gate, TenantContext tenant, Catalogue catalogue, LiveHub hub, SiteSwitches switches, TimeProvider clock)
    {
        var ct = http.RequestAborted;
        if (switches.LiveOff || switches.SigningPaused || await gate.FindAsync(slug.ToLowerInvariant(), ct) is not { } campaign || !campaign.IsOpen(clock.GetUtcNow()))
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        var language = catalogue.Find(lang) ?? catalogue.Find(campaign.Language) ?? catalogue.Default;
        var key = new LiveKey(campaign.TenantId, tenant.Slug, campaign.Id, campaign.Slug, language.Code);
        if (await hub.JoinAsync(key, ct) is not { } topic)
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        try
        {
            await SendAsync(http, hub, switches, topic, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The reader went away, which is how every stream ends.
        }
        finally
        {
            hub.Leave(key, topic);
        }
    }

    private static async Task SendAsync(HttpContext http, LiveHub hub, SiteSwitches switches, LiveTopic topic, CancellationToken ct)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        var to = http.Response.BodyWriter;
        var sent = 0;
        while (!hub.Ended && !switches.LiveOff)
        {
            // The signal is taken before the card is read: a card published in between wakes us again.
            var next = topic.Next;
            if (topic.Version != sent)
            {
                sent = topic.Version;
                to.Write(topic.Latest.Span);
            }
            else
            {
                to.Write(SignOfLife);
            }

            await to.FlushAsync(ct);
            await next.WaitAsync(ct);
        }
    }
}
