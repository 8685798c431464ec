using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Platform.Core.Access;
using Platform.Core.Text;
using Platform.Petitions.Api;

namespace Platform.Petitions.OwnApi;

/// <summary>Signatures that an organisation's program passes on for people who signed elsewhere.</summary>
[ProgramPage(KeyScope.Sign)]
[ApiController]
[IgnoreAntiforgeryToken]
[Tags("With your organisation's key")]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status400BadRequest, ApiProblem.ContentType)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status401Unauthorized, ApiProblem.ContentType)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status403Forbidden, ApiProblem.ContentType)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound, ApiProblem.ContentType)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status409Conflict, ApiProblem.ContentType)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status503ServiceUnavailable, ApiProblem.ContentType)]
[ProducesResponseType<ValidationProblemDetails>(StatusCodes.Status422UnprocessableEntity, ApiProblem.ContentType)]
public sealed class PassOnController(PassOnSignature pass, Localiser texts) : ControllerBase
{
    [HttpPost(ApiProblem.Root + "/own/campaigns/{id:guid}/signatures")]
    [EndpointName("passOnSignature")]
    [EndpointSummary("Sign on behalf of somebody who agreed")]
    [EndpointDescription("The person gets the same mail as everybody and counts once it is answered, never before. The answer does not tell whether an address signed already. Send the same Idempotency-Key when you try the same request again: it is done once.")]
    [ProducesResponseType<SignReceipt>(StatusCodes.Status202Accepted, ApiJson.ContentType)]
    public async Task<IActionResult> Sign(
        Guid id,
        [FromHeader(Name = "Idempotency-Key"), Required, StringLength(SigningRequest.LongestWord, MinimumLength = 8), RegularExpression("[!-~]+"), Description("Your own name for this request, 8 to 100 letters, for example a random UUID. Remembered for two days.")]
        string word,
        SignInput signature,
        CancellationToken ct)
    {
        var form = signature.Form();
        foreach (var problem in form.Problems())
        {
            ModelState.AddModelError(problem.MemberNames.First(), problem.ErrorMessage!);
        }

        if (!signature.Consent)
        {
            ModelState.AddModelError(nameof(signature.Consent), "error.required");
        }

        if (!ModelState.IsValid)
        {
            return OwnProblems.Of(ModelState, texts);
        }

        return await pass.RunAsync(id, form, word, ct) switch
        {
            PassedOn.MailSent => Accepted(new SignReceipt("mailSent")),
            PassedOn.OtherRequest => ApiProblem.Of(StatusCodes.Status409Conflict, "This Idempotency-Key came with another request before."),
            PassedOn.NotOpen => ApiProblem.Of(StatusCodes.Status409Conflict, "This petition takes no signatures now."),
            PassedOn.NotEligible => ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, "This petition asks its signers for a statement: `eligible` has to be true, once the person has made it."),
            PassedOn.NoSuchCampaign => ApiProblem.NotFound(),
            PassedOn.Later => Later(),
        };
    }

    private ObjectResult Later()
    {
        Response.Headers.RetryAfter = "60";
        return ApiProblem.Of(StatusCodes.Status503ServiceUnavailable, "Signing rests for a moment. Nothing was kept of this: send it again.");
    }
}
