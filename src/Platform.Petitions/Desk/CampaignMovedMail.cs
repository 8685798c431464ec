using Microsoft.EntityFrameworkCore;
using Platform.Core.Mail;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Desk;

/// <summary>Tells the organiser what happened to the campaign. What organisers did themselves needs no mail, but sending off has a receipt.</summary>
internal sealed class CampaignMovedMail(PetitionsDb db, ReviewLoad load, Links links, Localiser texts, Catalogue catalogue) : IMailWriter
{
    public string Kind => MailKind.CampaignMoved;

    public async Task<Letter?> WriteAsync(OutboxMail mail, CancellationToken ct)
    {
        var campaign = await db.Campaigns.AsNoTracking().Include(c => c.Texts).SingleOrDefaultAsync(c => c.Id == mail.CampaignId, ct);
        var organiser = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == mail.Subject && u.SuspendedAt == null, ct);
        if (campaign is null || organiser?.Email is null || !Enum.TryParse<CampaignMove>(mail.Detail, out var move) || await StoryAsync(campaign, move, ct) is not { } story)
        {
            return null;
        }

        var speaking = texts.For(catalogue.Find(organiser.Language) ?? catalogue.Default);
        var title = campaign.DraftIn(campaign.Language)?.Title is { Length: > 0 } words ? words : "…";
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == campaign.TenantId, ct);
        var desk = links.Organisation($"{organisation.Slug}/desk/campaigns/{campaign.Id}");
        return new Letter
        {
            To = organiser.Email,
            ToName = organiser.Name,
            Language = speaking.Language,
            Subject = speaking[$"mail.moved-{story.Key}.subject", ("title", title)],
            Body = string.Join("\n\n", Paragraphs(speaking, story, title)),
            Button = story.Public && campaign.HasPublicPage
                ? new LetterButton(speaking["mail.moved.see-page"], links.Campaign(organisation.Slug, campaign.Slug))
                : new LetterButton(speaking["mail.moved.open-desk"], desk),
            Why = speaking["mail.moved.why", ("title", title), ("organisation", organisation.Name)],
        };
    }

    private static IEnumerable<string> Paragraphs(Localiser speaking, Story story, string title)
    {
        yield return speaking[$"mail.moved-{story.Key}.body", ("title", Letter.Escape(title))];
        foreach (var quotation in new[] { story.Reason, story.Words }.Where(q => !string.IsNullOrWhiteSpace(q)))
        {
            yield return Letter.Quote(quotation);
        }

        if (story.Next)
        {
            yield return speaking[$"mail.moved-{story.Key}.next"];
        }
    }

    /// <summary>Null when there is nothing to tell.</summary>
    private async Task<Story?> StoryAsync(Campaign campaign, CampaignMove move, CancellationToken ct)
    {
        switch (move)
        {
            case CampaignMove.Submit:
                var key = campaign.CoSponsorKeyHash is not null ? "submit-gathered" : await load.IsLongAsync(ct) ? "submit-busy" : "submit";
                return new Story(key, null, null, Next: true);
            case CampaignMove.Publish:
                return new Story(campaign.ReviewedAt is null ? "publish-unlisted" : "publish", null, null, Next: true, Public: true);
            case CampaignMove.RequestChanges:
                return new Story("changes", null, campaign.Explanation, Next: true);
            case CampaignMove.Reject:
                var reason = await db.RejectionReasons.Where(r => r.Code == campaign.RejectionCode).Select(r => r.Wording).SingleOrDefaultAsync(ct);
                return new Story("reject", reason, campaign.Explanation, Next: false, Public: true);
            case CampaignMove.Suspend:
                return new Story("suspend", null, campaign.Explanation, Next: false);
            case CampaignMove.Resume:
                return new Story("resume", null, null, Next: false, Public: true);
            case CampaignMove.Close:
                return campaign.ClosedBecause == ClosingReason.Time ? new Story("close", null, null, Next: true, Public: true)
                    : await ByMemberAsync(campaign, ct) ? null
                    : new Story("close-staff", null, campaign.Explanation, Next: false, Public: true);
            case CampaignMove.Reopen:
                return new Story("reopen", null, null, Next: false, Public: true);
            case CampaignMove.Remove:
                return new Story("remove", null, campaign.Explanation, Next: false);
            case CampaignMove.Restore:
                return new Story("restore", null, null, Next: false, Public: true);
            case CampaignMove.Reconsider:
                return new Story("reconsider", null, null, Next: false);
            case CampaignMove.Gather or CampaignMove.TakeBack or CampaignMove.Archive:
                return null;
            default:
                throw new InvalidOperationException($"Unknown move {move}.");
        }
    }

    private async Task<bool> ByMemberAsync(Campaign campaign, CancellationToken ct)
    {
        var closer = await db.Audit.Where(a => a.CampaignId == campaign.Id && a.Action == "campaign.close").OrderByDescending(a => a.Id).Select(a => a.Actor).FirstOrDefaultAsync(ct);
        return await db.Memberships.AnyAsync(m => m.UserId == closer, ct);
    }

    /// <param name="Key">Stem of the texts.</param>
    /// <param name="Reason">The reason's public wording.</param>
    /// <param name="Words">The moderator's own.</param>
    /// <param name="Next">There is a sentence on what to do next.</param>
    /// <param name="Public">The button leads to the page if there is one.</param>
    private sealed record Story(string Key, string? Reason, string? Words, bool Next, bool Public = false);
}
