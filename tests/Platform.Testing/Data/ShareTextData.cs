using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions.Campaigns;
using Platform.Petitions.ShareTexts;
using Platform.Testing.Hosts;

namespace Platform.Testing.Data;

/// <summary>Texts that go with a share, as their organisers offer them.</summary>
public static class ShareTextData
{
    public static Task<bool> OfferShareTextsAsync(this TestHost host, Campaign campaign, params string[] words) => host.OfferShareTextsInAsync(campaign, "en", words);

    public static Task<bool> OfferShareTextsInAsync(this TestHost host, Campaign campaign, string language, params string[] words) => host.InScopeAsync(
        campaign.TenantId,
        async services => await services.GetRequiredService<ChangeShareTexts>().OfferAsync(campaign.Id, language, words, CancellationToken.None) ? true : throw new InvalidOperationException("They were not offered."));
}
