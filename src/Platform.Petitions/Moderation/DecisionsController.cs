using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Moderation;

/// <summary>What moderators decide, and taking it back.</summary>
[AdminPage]
[AcrossTenants]
public sealed class DecisionsController(
    CampaignEntry entry, CampaignFiles files, ReviewQueue queue, DecideCampaign decide, UndoDecision undo, ReviewOptions options, Localiser localiser) : Controller
{
    /// <summary>Answers with the page itself: a reload asks the browser, and a repeated decision is refused with words.</summary>
    [HttpPost("/admin/decisions/{id:guid}")]
    public async Task<IActionResult> Decide(Guid id, DecisionForm? form, CancellationToken ct)
    {
        if (form is null || await entry.EnterAsync(id, ct) is not { } campaign)
        {
            return form is null ? BadRequest() : NotFound();
        }

        if (!ModelState.IsValid)
        {
            return await AnswerAsync(campaign, form, Problem(localiser["admin.decision.too-long", ("max", DecisionForm.LongestText)]), ct);
        }

        var notice = await decide.RunAsync(campaign, form.For(campaign), ct) switch
        {
            DecisionOutcome.Done(var ticket) => new DeskNotice(
                localiser["admin.decided." + AdminWords.Key(form.Move), ("title", TitleOf(campaign))], Undo: ticket is null ? null : undo.Seal(ticket), UndoSeconds: (int)options.Undo.TotalSeconds, FromQueue: form.FromQueue),
            DecisionOutcome.Refused(var why) => Problem(localiser["admin.refusal." + AdminWords.Key(why)]),
            DecisionOutcome.Held => Problem(localiser["admin.decision.held"]),
            DecisionOutcome.Raced => Problem(localiser["admin.decision.raced"]),
            DecisionOutcome.NeedsReason => Problem(localiser["admin.decision.needs-reason"]),
            DecisionOutcome.NeedsText => Problem(localiser["admin.decision.needs-text"]),
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };
        return await AnswerAsync(campaign, form, notice, ct);
    }

    [HttpPost("/admin/decisions/{id:guid}/undo")]
    public async Task<IActionResult> Undo(Guid id, string? ticket, bool fromQueue, CancellationToken ct) => await undo.RunAsync(ticket, ct) switch
    {
        UndoOutcome.Undone => Redirect(fromQueue ? $"/admin/queue/{id}?done=undone" : $"/admin/campaigns/{id}?done=undone"),
        UndoOutcome.TooLate => Redirect($"/admin/campaigns/{id}?done=too-late"),
        UndoOutcome.Unreadable => BadRequest(),
    };

    private async Task<IActionResult> AnswerAsync(Campaign campaign, DecisionForm form, DeskNotice notice, CancellationToken ct)
    {
        if (notice.IsProblem)
        {
            Response.StatusCode = Microsoft.AspNetCore.Http.StatusCodes.Status422UnprocessableEntity;
        }

        if (form.FromQueue)
        {
            var page = await queue.LoadAsync(QueueShow.Waiting, null, ct);
            return View("Queue", new QueueView(page, notice.IsProblem ? await files.LoadAsync(campaign, ct) : null, form, notice));
        }

        ModelState.Clear();
        return View("Campaign", new CampaignFileView(await files.LoadAsync(campaign, ct), notice.IsProblem ? form : new DecisionForm(), notice));
    }

    private static string TitleOf(Campaign campaign) => campaign.NewestIn(campaign.Language)?.Title ?? "";

    private static DeskNotice Problem(string text) => new(text, IsProblem: true);
}
