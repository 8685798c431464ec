using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Access;
using Platform.Core.Jobs;
using Platform.Core.Mail;
using Platform.Core.Modules;
using Platform.Core.Tenancy;
using Platform.Petitions.Abuse;
using Platform.Petitions.Accounts;
using Platform.Petitions.Api;
using Platform.Petitions.ApiKeys;
using Platform.Petitions.Branding;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Challenges;
using Platform.Petitions.CoSponsors;
using Platform.Petitions.Confirming;
using Platform.Petitions.Counting;
using Platform.Petitions.Database;
using Platform.Petitions.Directory;
using Platform.Petitions.Domains;
using Platform.Petitions.Feeds;
using Platform.Petitions.Indexing;
using Platform.Petitions.Live;
using Platform.Petitions.MailReports;
using Platform.Petitions.Milestones;
using Platform.Petitions.Moderation;
using Platform.Petitions.News;
using Platform.Petitions.Organisations;
using Platform.Petitions.Outbox;
using Platform.Petitions.OwnApi;
using Platform.Petitions.Paper;
using Platform.Petitions.Privacy;
using Platform.Petitions.Secrets;
using Platform.Petitions.Sharing;
using Platform.Petitions.ShareTexts;
using Platform.Petitions.Signing;
using Platform.Petitions.Site;
using Platform.Petitions.Updates;
using Platform.Petitions.Voices;
using Platform.Petitions.Webhooks;

namespace Platform.Petitions;

/// <summary>The index of the product: what it registers, what it does by the clock, what it maps.</summary>
public sealed class PetitionsModule : IModule
{
    public IReadOnlyList<ScheduledJob> Schedule { get; } =
    [
        ScheduledJob.Of<ClosingJob>("* * * * *", job => job.RunAsync(CancellationToken.None)),
        ScheduledJob.Of<MilestoneSignersJob>("* * * * *", job => job.RunAsync(CancellationToken.None)),
        ScheduledJob.Of<NewsJob>("* * * * *", job => job.RunAsync(CancellationToken.None)),
        ScheduledJob.Of<ReminderJob>("*/15 * * * *", job => job.RunAsync(CancellationToken.None)),
        ScheduledJob.Of<SampleJob>("*/5 * * * *", job => job.RunAsync(CancellationToken.None)),
        ScheduledJob.Of<OutboxWatchJob>("*/5 * * * *", job => job.RunAsync(CancellationToken.None)),
        ScheduledJob.Of<MailReportsJob>("*/5 * * * *", job => job.RunAsync(CancellationToken.None)),
        ScheduledJob.Of<HotSendersJob>("7 * * * *", job => job.RunAsync(CancellationToken.None)),
        ScheduledJob.Of<RecountJob>("20 2 * * *", job => job.RunAsync(CancellationToken.None)),
        ScheduledJob.Of<PurgeJob>("40 3 * * *", job => job.RunAsync(CancellationToken.None)),
        ScheduledJob.Of<GatheringJob>("* * * * *", job => job.RunAsync(CancellationToken.None)),
        ScheduledJob.Of<WebhooksJob>("* * * * *", job => job.RunAsync(CancellationToken.None)),
        ScheduledJob.Of<DomainsJob>("*/10 * * * *", job => job.RunAsync(CancellationToken.None)),
    ];

    public void AddServices(IServiceCollection services, IConfiguration configuration, HostRole role)
    {
        services.AddPetitionsDatabase(configuration.GetConnectionString("Platform")
            ?? throw new InvalidOperationException("ConnectionStrings:Platform is not set."), DatabasePatience.From(configuration));
        services.AddSingleton(new Keyring(configuration.GetSection("Secrets").Get<SecretOptions>()?.Key));
        services.AddOrganisations();
        services.AddOutbox(role);
        services.AddMailReports(configuration);
        services.AddAbuse();
        services.AddChallenges(configuration);
        services.AddSigning(configuration);
        services.AddLive(configuration);
        services.AddCampaignPage(configuration);
        services.AddDirectory();
        services.AddIndexing(configuration);
        services.AddFeeds();
        services.AddApi(configuration);
        services.AddSharing();
        services.AddShareTexts();
        services.AddPaper(configuration);
        services.AddVoices();
        services.AddNews();
        services.AddUpdates();
        services.AddScoped<Audit>().AddScoped<CampaignMoves>();
        services.AddCampaigns(configuration);
        services.AddCoSponsors();
        services.AddAccounts(configuration);
        services.AddApiKeys();
        services.AddWebhooks(configuration);
        services.AddBranding();
        services.AddDomains(configuration);
        services.AddScoped<WriteDraft>().AddScoped<PassOnSignature>();
        services.AddModeration(configuration);
        services.AddSite();
        AddSeam(services);
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints) => endpoints.MapLiveStream();

    /// <summary>What other modules may ask of this one, by Core's names.</summary>
    private static void AddSeam(IServiceCollection services) => services
        .AddScoped<ICampaignDirectory, CampaignDirectory>().AddScoped<IOwners, Owners>()
        .AddScoped<IPasswordProof, PasswordProof>().AddScoped<IAuditLog, AuditLog>().AddScoped<IOutbox, ModuleOutbox>();
}
