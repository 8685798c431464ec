using Platform.Petitions.Campaigns;

namespace Platform.Petitions.CampaignPage;

/// <summary>What the links to pass something on lead to, and the words that go with it.</summary>
/// <param name="Address">For other sites.</param>
/// <param name="Usual">The words, where the organiser has none.</param>
/// <param name="Text">The organiser's, where there is one.</param>
/// <param name="From">The address with a source code: it tells through which text and which channel somebody came.</param>
public sealed record ShareTarget(string Title, Uri Address, string Usual, ShareText? Text = null, Func<string, Uri>? From = null)
{
    public string Words => Text?.Words ?? Usual;

    /// <param name="channel">One of <c>ShareChannels</c>.</param>
    public string By(string channel) => (Text is not null && From is not null ? From(Text.CodeFor(channel)) : Address).AbsoluteUri;
}
