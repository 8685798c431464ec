using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions.CoSponsors;
using Platform.Petitions.Desk;
using Platform.Petitions.Drafting;
using Platform.Petitions.Outbox;
using Platform.Petitions.Pictures;
using Platform.Petitions.Signatures;

namespace Platform.Petitions.Campaigns;

/// <summary>What the organiser's part of the product registers.</summary>
internal static class CampaignServices
{
    public static void AddCampaigns(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<CampaignSlugs>().AddScoped<StartCampaign>().AddScoped<SubmitCampaign>();
        services.AddScoped<EditDraft>().AddScoped<DraftDesk>().AddScoped<DraftLinks>().AddScoped<DeskReader>().AddScoped<DeclareOutcome>().AddScoped<AlikeCampaigns>();
        services.AddScoped<HandOver>().AddScoped<IMailWriter, CampaignMovedMail>().AddScoped<IMailWriter, HandedOverMail>().AddScoped<IMailWriter, OutcomeForSignerMail>().AddScoped<ReviewLoad>();
        services.AddSingleton<IBlobStore>(FileBlobs.From(configuration));
        services.AddScoped<StorePicture>();
        services.AddSingleton<ExportSignatures>();
    }
}
