using Microsoft.AspNetCore.Http;
using Platform.Core.Tenancy;
using Platform.Core.Text;

namespace Platform.Petitions.Signing;

/// <summary>
/// Takes the ordinary signature past MVC: the same form, checks and writer as <see cref="SigningController"/>, which gets everything that
/// needs a page for an answer.
/// </summary>
public sealed class SigningLane(CampaignGates gates, SignCampaign sign, FormStamps stamps, JourneyCookies cookies, Catalogue catalogue, TimeProvider clock)
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";

    /// <returns>False when nothing was done and the controller has to look at it.</returns>
    public async Task<bool> TryAsync(HttpContext http, TenantContext tenant, string slug)
    {
        if (gates.Fresh(tenant.Id!.Value, slug) is not { } campaign || !campaign.IsOpen(clock.GetUtcNow())
            || await ReadAsync(http.Request) is not { } form
            || (catalogue.Find(form.Lang) ?? catalogue.Find(campaign.Language)) is not { } language
            || form.Problems().Any())
        {
            return false;
        }

        var verdict = stamps.Judge(form.Stamp, campaign.Id);
        if (verdict == StampVerdict.Stale || form.IsOlderThanChallenge(campaign, clock.GetUtcNow()) || form.LacksStatement(campaign))
        {
            return false;
        }

        form.From ??= SignForm.SourceOfReferer(http.Request.Headers.Referer);
        if (verdict == StampVerdict.Good && form.Website is null)
        {
            switch (await sign.RunAsync(form, campaign, language, http.Connection.RemoteIpAddress))
            {
                case null:
                    http.Response.Headers.RetryAfter = "2";
                    http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                    return true;
                case SignAnswer.Closed:
                    http.Response.Redirect($"{tenant.Root}/{slug}");
                    return true;
                case SignAnswer.Recorded or SignAnswer.Known:
                    break;
            }
        }

        cookies.Put(http, JourneyCookies.Names.Sent, SentForm.Of(form, campaign, language.Code));
        http.Response.Redirect($"{tenant.Root}/{slug}/check");
        return true;
    }

    /// <summary>Reads the body when it is small and plain, and leaves it unread, so that the controller finds it whole.</summary>
    private static async ValueTask<SignForm?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength is not (> 0 and <= SignFormReader.MostBytes) || request.ContentType?.StartsWith(UrlEncoded, StringComparison.OrdinalIgnoreCase) is not true)
        {
            return null;
        }

        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(request.HttpContext.RequestAborted);
            if (read.IsCompleted)
            {
                var form = SignFormReader.Read(read.Buffer);
                reader.AdvanceTo(read.Buffer.Start);
                return form;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
