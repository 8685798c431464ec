using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Text;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Database;
using Platform.Petitions.Drafting;

namespace Platform.Petitions.Signatures;

/// <summary>The organiser's list of signatures: newest first, fifty a page, found by name. It shows no addresses.</summary>
[OrganiserPage]
[Route("/{org}/desk/campaigns/{id:guid}/signatures")]
public sealed class SignaturesController(PetitionsDb db, DraftDesk desk) : Controller
{
    private const int PageSize = 50;
    private const int LongestSearch = 100;

    /// <param name="before">Last id of the page before: signatures are read along their key, at any depth in the same time.</param>
    [HttpGet("")]
    public async Task<IActionResult> List(Guid id, string? q, SignatureState? state, Guid? before, CancellationToken ct)
    {
        if (await desk.Drafts.FindAsync(id, ct) is not { } campaign)
        {
            return NotFound();
        }

        var words = CleanText.SingleLine(q);
        words = words[..Math.Min(words.Length, LongestSearch)];
        var known = state is { } asked && Enum.IsDefined(asked) ? state : null;
        var found = db.Signatures.AsNoTracking().Where(s => s.CampaignId == id && !s.Testing && s.ErasedAt == null);
        found = known is null ? found : found.Where(s => s.State == known);
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var pattern = LikePattern.Containing(word);
            found = found.Where(s => EF.Functions.ILike(s.Name, pattern, LikePattern.Sign));
        }

        found = before is { } last ? found.Where(s => s.Id.CompareTo(last) < 0) : found;
        var page = await found.OrderByDescending(s => s.Id).Take(PageSize + 1).Select(s => new SignatureLine(s.Id, s.Name, s.Country, s.State, s.Number, s.SubmittedAt, s.ConfirmedAt, s.ShowName, s.BouncedAt != null, s.ComplainedAt != null)).ToListAsync(ct);
        return View("/Signatures/List.cshtml", new SignaturesView(campaign, words, known, before, [.. page.Take(PageSize)], page.Count > PageSize));
    }
}

public sealed record SignaturesView(Campaign Campaign, string Words, SignatureState? State, Guid? Before, IReadOnlyList<SignatureLine> Lines, bool More);

public sealed record SignatureLine(Guid Id, string Name, string Country, SignatureState State, long? Number, DateTimeOffset SubmittedAt, DateTimeOffset? ConfirmedAt, bool ShowName, bool Bounced, bool Complained);
