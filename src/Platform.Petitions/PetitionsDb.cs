using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;
using Platform.Petitions.Abuse;
using Platform.Petitions.Accounts;
using Platform.Petitions.ApiKeys;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Counting;
using Platform.Petitions.Directory;
using Platform.Petitions.Domains;
using Platform.Petitions.Milestones;
using Platform.Petitions.Moderation;
using Platform.Petitions.News;
using Platform.Petitions.Organisations;
using Platform.Petitions.Outbox;
using Platform.Petitions.OwnApi;
using Platform.Petitions.Signatures;
using Platform.Petitions.Site;
using Platform.Petitions.Updates;
using Platform.Petitions.Voices;
using Platform.Petitions.Webhooks;

namespace Platform.Petitions;

/// <summary>Everything the product keeps, in schema <c>petitions</c>.</summary>
public sealed class PetitionsDb(DbContextOptions<PetitionsDb> options, TenantContext tenant)
    : IdentityUserContext<User, Guid>(options), ITenantDb, IDataProtectionKeyContext
{
    public const string Schema = "petitions";

    public TenantContext Tenant => tenant;

    public Guid CurrentTenantId => tenant.Id ?? Guid.Empty;

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<Campaign> Campaigns => Set<Campaign>();

    public DbSet<CampaignText> CampaignTexts => Set<CampaignText>();

    public DbSet<Listing> Listings => Set<Listing>();

    public DbSet<TimelineEntry> Timeline => Set<TimelineEntry>();

    public DbSet<SlugRecord> Slugs => Set<SlugRecord>();

    public DbSet<Picture> Pictures => Set<Picture>();

    public DbSet<DraftLink> DraftLinks => Set<DraftLink>();

    public DbSet<Signature> Signatures => Set<Signature>();

    public DbSet<SignatureEvent> SignatureEvents => Set<SignatureEvent>();

    public DbSet<ReasonMark> ReasonMarks => Set<ReasonMark>();

    public DbSet<ReasonThank> ReasonThanks => Set<ReasonThank>();

    public DbSet<CampaignCount> Counts => Set<CampaignCount>();

    public DbSet<CampaignSubmissions> Submissions => Set<CampaignSubmissions>();

    public DbSet<CampaignDay> Days => Set<CampaignDay>();

    public DbSet<CampaignArea> Areas => Set<CampaignArea>();

    public DbSet<CampaignRegion> Regions => Set<CampaignRegion>();

    public DbSet<CampaignSource> Sources => Set<CampaignSource>();

    public DbSet<CountSample> CountSamples => Set<CountSample>();

    public DbSet<MilestoneNotice> MilestoneNotices => Set<MilestoneNotice>();

    public DbSet<CampaignUpdate> Updates => Set<CampaignUpdate>();

    public DbSet<NewsMailing> NewsMailings => Set<NewsMailing>();

    public DbSet<OutboxMail> Outbox => Set<OutboxMail>();

    public DbSet<MailAllowance> MailAllowances => Set<MailAllowance>();

    public DbSet<MailSuppression> MailSuppressions => Set<MailSuppression>();

    public DbSet<MailStop> MailStops => Set<MailStop>();

    public DbSet<RejectionReason> RejectionReasons => Set<RejectionReason>();

    public DbSet<CampaignNote> Notes => Set<CampaignNote>();

    public DbSet<CampaignTag> Tags => Set<CampaignTag>();

    public DbSet<CampaignReport> Reports => Set<CampaignReport>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<SiteSettings> SiteSettings => Set<SiteSettings>();

    public DbSet<SitePage> SitePages => Set<SitePage>();

    public DbSet<ContactMessage> ContactMessages => Set<ContactMessage>();

    public DbSet<ListEntry> ListEntries => Set<ListEntry>();

    public DbSet<AbuseLimits> AbuseLimits => Set<AbuseLimits>();

    public DbSet<AbuseSignal> AbuseSignals => Set<AbuseSignal>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<SigningRequest> SigningRequests => Set<SigningRequest>();

    public DbSet<WebhookEndpoint> WebhookEndpoints => Set<WebhookEndpoint>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<WebhookPosition> WebhookPositions => Set<WebhookPosition>();

    public DbSet<DomainClaim> DomainClaims => Set<DomainClaim>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasDefaultSchema(Schema);
        builder.HasSequence<int>("campaign_reference").StartsAt(1000);
        AccountsMapping.RenameIdentityTables(builder);

        var accounts = new AccountsMapping();
        builder.ApplyConfiguration<User>(accounts).ApplyConfiguration<Session>(accounts);
        builder.ApplyConfiguration(new OrganisationMapping());
        var memberships = new MembershipMapping();
        builder.ApplyConfiguration<Membership>(memberships).ApplyConfiguration<Invitation>(memberships);
        var campaigns = new CampaignMapping();
        builder.ApplyConfiguration<Campaign>(campaigns).ApplyConfiguration<CampaignText>(campaigns).ApplyConfiguration<TimelineEntry>(campaigns)
            .ApplyConfiguration<SlugRecord>(campaigns).ApplyConfiguration<Picture>(campaigns).ApplyConfiguration<DraftLink>(campaigns);
        var signatures = new SignatureMapping();
        builder.ApplyConfiguration<Signature>(signatures).ApplyConfiguration<SignatureEvent>(signatures);
        var voices = new VoicesMapping();
        builder.ApplyConfiguration<ReasonMark>(voices).ApplyConfiguration<ReasonThank>(voices);
        var counting = new CountingMapping();
        builder.ApplyConfiguration<CampaignCount>(counting).ApplyConfiguration<CampaignSubmissions>(counting)
            .ApplyConfiguration<CampaignDay>(counting).ApplyConfiguration<CampaignArea>(counting).ApplyConfiguration<CountSample>(counting)
            .ApplyConfiguration<CampaignRegion>(counting).ApplyConfiguration<CampaignSource>(counting);
        builder.ApplyConfiguration(new MilestoneMapping()).ApplyConfiguration(new UpdateMapping()).ApplyConfiguration(new NewsMapping());
        var outbox = new OutboxMapping();
        builder.ApplyConfiguration<OutboxMail>(outbox).ApplyConfiguration<MailAllowance>(outbox).ApplyConfiguration<MailStop>(outbox).ApplyConfiguration(new MailSuppressionMapping());
        var moderation = new ModerationMapping();
        builder.ApplyConfiguration<RejectionReason>(moderation).ApplyConfiguration<CampaignNote>(moderation).ApplyConfiguration<CampaignTag>(moderation)
            .ApplyConfiguration<CampaignReport>(moderation).ApplyConfiguration<AuditEntry>(moderation);
        var site = new SiteMapping();
        builder.ApplyConfiguration<SiteSettings>(site).ApplyConfiguration<SitePage>(site).ApplyConfiguration<ContactMessage>(site);
        var abuse = new AbuseMapping();
        builder.ApplyConfiguration<ListEntry>(abuse).ApplyConfiguration<AbuseLimits>(abuse).ApplyConfiguration<AbuseSignal>(abuse);
        builder.ApplyConfiguration(new ApiKeyMapping()).ApplyConfiguration(new SigningRequestMapping());
        var webhooks = new WebhookMapping();
        builder.ApplyConfiguration<WebhookEndpoint>(webhooks).ApplyConfiguration<WebhookDelivery>(webhooks).ApplyConfiguration<WebhookPosition>(webhooks);
        builder.ApplyConfiguration(new DomainClaimMapping()).ApplyConfiguration(new ListingMapping());

        builder.ApplyTenancy(this);
    }
}
