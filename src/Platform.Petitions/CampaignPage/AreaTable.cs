namespace Platform.Petitions.CampaignPage;

/// <summary>Shares as a table with a drawn bar in each row.</summary>
/// <param name="Heading">What the rows are.</param>
/// <param name="Name">Of a row's code, in the reader's language.</param>
public sealed record AreaTable(string Heading, IReadOnlyList<AreaShare> Areas, Func<string, string> Name)
{
    private const int Full = 100;

    /// <summary>The largest fills the drawing; what is there at all can be seen.</summary>
    /// <returns>1 to 100.</returns>
    public long Width(AreaShare area) => Math.Max(1, area.Count * Full / Areas.Max(a => a.Count));
}
