using Platform.Petitions.CampaignPage;
using Platform.Petitions.Sharing;

namespace Platform.Petitions.Paper;

public enum PaperKind
{
    /// <summary>For a wall or a window: who asks whom for what, and a code to sign by.</summary>
    Poster,

    /// <summary>For a clipboard: the full demand, and lines to sign on.</summary>
    Sheet,
}

/// <summary>A campaign on one page of paper.</summary>
/// <param name="Size">One of <see cref="Sizes"/>.</param>
/// <param name="Code">Leads to the campaign, and says that it was found on this paper.</param>
/// <param name="Press">Whether there is a browser to make a PDF.</param>
/// <param name="Failed">A PDF was asked for and could not be made now.</param>
public sealed record PaperView(CampaignView Campaign, PaperKind Kind, string Size, QrCode Code, bool Press, bool Failed = false)
{
    public const string Usual = "a4";

    private const int FewestLines = 6;
    private const int MostLines = 14;

    // Of the sheet's height: what stands above and below the lines besides the words, and what one line of words or of the list needs, in millimetres.
    private const double Room = 182;
    private const double LineOfWords = 5.6;
    private const double LineToSign = 10.5;
    private const int LettersInLine = 84;

    public string Name => Kind == PaperKind.Poster ? "poster" : "sheet";

    /// <summary>A poster may be larger; a sheet has to fit a clipboard.</summary>
    public IReadOnlyList<string> Sizes => SizesOf(Kind);

    public static IReadOnlyList<string> SizesOf(PaperKind kind) => kind == PaperKind.Poster ? [Usual, "a3"] : [Usual];

    /// <summary>How large words may stand: the longer, the smaller.</summary>
    public string Fit => (Campaign.Title.Length * 3 + Campaign.Demand.Length) switch
    {
        < 330 => "roomy",
        < 650 => "full",
        _ => "dense",
    };

    /// <summary>As many lines to sign on as the demand leaves room for.</summary>
    public int Lines
    {
        get
        {
            var words = Campaign.Demand.Split('\n').Sum(paragraph => 1 + paragraph.Length / LettersInLine);
            return Math.Clamp((int)((Room - words * LineOfWords) / LineToSign), FewestLines, MostLines);
        }
    }

    /// <summary>To be typed from the wall: without what only browsers need.</summary>
    public string ShortAddress => Campaign.PublicAddress.Authority + Campaign.PublicAddress.AbsolutePath;

    /// <summary>Where it is shown.</summary>
    public string Address(string ending = "", string? size = null, string? language = null) =>
        $"{Campaign.Address}/{Name}{ending}?lang={language ?? Campaign.TextLanguage}{((size ?? Size) is var paper and not Usual ? $"&paper={paper}" : "")}";
}
