using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Moderation;

/// <summary>What reviewing, reporting and correcting need.</summary>
internal static class ModerationServices
{
    public static void AddModeration(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(configuration.GetSection("Review").Get<ReviewOptions>() ?? new ReviewOptions())
        .AddSingleton<Senders>()
        .AddScoped<AfterSubmit>()
        .AddScoped<CampaignEntry>().AddScoped<CampaignFiles>().AddScoped<CampaignSearch>().AddScoped<SimilarCampaigns>()
        .AddScoped<ReviewQueue>().AddScoped<DecideCampaign>().AddScoped<UndoDecision>()
        .AddScoped<ReportCampaign>().AddScoped<Corrections>()
        .AddScoped<IMailWriter, CampaignEditedMail>();
}
