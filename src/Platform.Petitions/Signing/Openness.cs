namespace Platform.Petitions.Signing;

/// <summary>When a campaign takes signatures, as SQL over <c>c</c> (campaigns) and <c>i</c> (input with <c>co_sponsor</c>).</summary>
internal static class Openness
{
    /// <summary>Published, opened and not past its closing time; or gathering co-sponsors who came by the secret link.</summary>
    public const string Sql = "((c.status = 5 and now() < c.closes_at and (c.opens_at is null or c.opens_at <= now())) or (c.status in (1, 2) and i.co_sponsor))";

    /// <summary>
    /// When a pending signature may still be confirmed: until 24 hours after closing, and not once it was withdrawn or taken down.
    /// While signing is paused the closing time is still the old one, so the pause so far is added.
    /// </summary>
    public const string ConfirmSql =
        """
        (c.status = 5 and now() < c.closes_at + interval '24 hours' + coalesce((select now() - paused_since from petitions.site_settings), interval '0')
            or c.status in (7, 8) and c.closed_because <> 3 and now() < least(c.closed_at, c.closes_at) + interval '24 hours'
            or c.status in (1, 2, 3) and s.co_sponsor)
        """;
}
