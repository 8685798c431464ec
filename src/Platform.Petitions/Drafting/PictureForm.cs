using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Core.Text;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Pictures;

namespace Platform.Petitions.Drafting;

/// <summary>One picture with its words for those who cannot see it, and links for further reading.</summary>
public sealed class PictureForm : StepForm
{
    private const int AltRoom = 300;
    private const int Middle = FocalPoint.Most / 2;
    private const int LinkRoom = 2_000;

    public IFormFile? Picture { get; set; }

    public string? Alt { get; set; }

    public bool Remove { get; set; }

    /// <summary>In percent from the left edge of the picture; empty for the middle.</summary>
    public string? FocusX { get; set; }

    /// <summary>From its upper edge.</summary>
    public string? FocusY { get; set; }

    public List<LinkForm> Links { get; set; } = [];

    public override bool WouldLose => Alt?.Length > AltRoom || Links.Count > DraftRules.MostLinks || Links.Any(l => l.Url?.Length > LinkRoom || l.Label?.Length > LinkRoom);

    public override void Load(Campaign campaign)
    {
        Alt = campaign.PictureAlt;
        FocusX = campaign.PictureX?.ToString(CultureInfo.InvariantCulture);
        FocusY = campaign.PictureY?.ToString(CultureInfo.InvariantCulture);
        Links = [.. campaign.Links.Select(l => new LinkForm { Label = l.Label, Url = l.Url })];
        if (Links.Count < DraftRules.MostLinks)
        {
            Links.Add(new LinkForm());
        }
    }

    public override void Check(ModelStateDictionary state, StepContext context)
    {
        Alt = CleanText.SingleLine(Alt);
        DraftRules.Check(state, nameof(Alt), Alt, "alt", DraftRules.LongestAlt, required: false);
        CheckPercent(state, nameof(FocusX), FocusX);
        CheckPercent(state, nameof(FocusY), FocusY);
        for (var row = 0; row < Links.Count; row++)
        {
            Links[row].Clean();
            CheckLink(state, Links[row], string.Create(CultureInfo.InvariantCulture, $"{nameof(Links)}[{row}]."));
        }

        if (Links.Count > DraftRules.MostLinks)
        {
            state.AddModelError("", "desk.links-many");
        }
    }

    public override void Save(Campaign campaign, StepContext context)
    {
        var alt = Alt?.Length > AltRoom ? campaign.PictureAlt : Alt;
        campaign.Show(Remove ? null : campaign.PictureId, string.IsNullOrEmpty(alt) ? null : alt);
        campaign.FocusOn(Focus(campaign.PictureFocus));
        if (Links.Count <= DraftRules.MostLinks && Links.All(l => l.Url?.Length <= LinkRoom && l.Label?.Length <= LinkRoom))
        {
            campaign.LinkTo(Links.Where(l => !l.IsEmpty).Select(l => new CampaignLink { Label = l.Label ?? "", Url = l.Url ?? "" }));
        }

        campaign.Touch(context.Now);
    }

    private static bool IsPercent(string? typed) => string.IsNullOrWhiteSpace(typed) || DraftRules.ReadNumber(typed) is >= 0 and <= FocalPoint.Most;

    private static void CheckPercent(ModelStateDictionary state, string field, string? typed)
    {
        if (!IsPercent(typed))
        {
            state.AddModelError(field, "desk.focus-range");
        }
    }

    /// <summary>One number alone leaves the other in the middle; what is no percentage leaves the point where it was.</summary>
    private FocalPoint? Focus(FocalPoint? before) =>
        !IsPercent(FocusX) || !IsPercent(FocusY) ? before
        : (DraftRules.ReadNumber(FocusX), DraftRules.ReadNumber(FocusY)) is var (x, y) && (x ?? y) is not null ? new FocalPoint(x ?? Middle, y ?? Middle)
        : null;

    private static void CheckLink(ModelStateDictionary state, LinkForm link, string field)
    {
        if (link.IsEmpty)
        {
            return;
        }

        DraftRules.Check(state, field + nameof(LinkForm.Label), link.Label!, "link-label", DraftRules.LongestName);
        if (link.Url is not { Length: > 0 and <= DraftRules.LongestUrl } url || !DraftRules.IsWebAddress(url))
        {
            state.AddModelError(field + nameof(LinkForm.Url), "desk.link-address");
        }
    }
}

public sealed class LinkForm
{
    public string? Label { get; set; }

    public string? Url { get; set; }

    public bool IsEmpty => string.IsNullOrEmpty(Label) && string.IsNullOrEmpty(Url);

    internal void Clean() => (Label, Url) = (CleanText.SingleLine(Label), CleanText.SingleLine(Url));
}
