using Microsoft.AspNetCore.Http;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Counting;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Confirming;

/// <summary>
/// Takes the ordinary press of the confirm button past MVC. The token is proven with the rows of its batch, so that nothing is asked of
/// the database for one person alone; what it does not prove goes to <see cref="ConfirmingController"/> for the page that says so.
/// </summary>
public sealed class ConfirmingLane(CampaignGates gates, ConfirmationWriter writer, JourneyCookies cookies)
{
    /// <returns>False when nothing was done and the controller has to look at it.</returns>
    public async Task<bool> TryAsync(HttpContext http, TenantContext tenant, string slug, string token)
    {
        if (gates.Fresh(tenant.Id!.Value, slug) is not { Status: CampaignStatus.Published } campaign || SignatureTokens.Read(token) is not { } signature)
        {
            return false;
        }

        if (writer.TryWrite(new Confirmation(campaign.TenantId, campaign.Id, signature, token)) is not { } task)
        {
            http.Response.Headers.RetryAfter = "2";
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return true;
        }

        var signed = await task switch
        {
            ConfirmAnswer.Confirmed done => SignedForm.Of(campaign.Id, done.Number, done.Name),
            ConfirmAnswer.AlreadyConfirmed before => SignedForm.Of(campaign.Id, before.Number, before.Name),
            _ => null,
        };
        if (signed is null)
        {
            return false;
        }

        // The page with the button spoke the signature's language, and says so in the address.
        cookies.Put(http, JourneyCookies.Names.Signed, signed with { Lang = http.Request.Query["lang"] });
        http.Response.Redirect($"{tenant.Root}/{slug}/signed");
        return true;
    }
}
