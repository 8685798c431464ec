using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Jobs;
using Platform.Core.Mail;
using Platform.Core.Modules;
using Platform.Donations.Database;
using Platform.Donations.DonationSettings;
using Platform.Donations.Gifts;
using Platform.Donations.Giving;
using Platform.Donations.GivingHealth;
using Platform.Donations.Ledger;
using Platform.Donations.Receipts;
using Platform.Donations.Reconciliation;
using Platform.Donations.StripeAccounts;
using Platform.Donations.StripeFake;
using Platform.Donations.StripeWebhook;

namespace Platform.Donations;

/// <summary>The index of the module that takes gifts: absent unless the host was told to take it.</summary>
public sealed class DonationsModule : IModule
{
    public IReadOnlyList<ScheduledJob> Schedule { get; } =
    [
        ScheduledJob.Of<StripeEventsSweepJob>("*/5 * * * *", job => job.RunAsync(CancellationToken.None)),
        ScheduledJob.Of<ForgetUnpaidJob>("20 4 * * *", job => job.RunAsync(CancellationToken.None)),
        ScheduledJob.Of<ReconciliationJob>("50 3 * * *", job => job.RunAsync(CancellationToken.None)),
    ];

    public IReadOnlyList<PageSlot> Slots { get; } =
    [
        PageSlot.Of<GivingLinkPart>(SlotNames.BelowPetition),
        PageSlot.Of<GivingLinkPart>(SlotNames.AfterConfirming),
        PageSlot.Of<PlatformGivingPart>(SlotNames.Home),
        PageSlot.Of<PrivacyPart>(SlotNames.Privacy),
        PageSlot.Of<GiftTabs>(SlotNames.OrganisationTabs),
        PageSlot.Of<CampaignGifts>(SlotNames.CampaignDesk),
        PageSlot.Of<GivingTab>(SlotNames.AdminTabs),
    ];

    public void AddServices(IServiceCollection services, IConfiguration configuration, HostRole role)
    {
        var options = (configuration.GetSection("Donations").Get<DonationsOptions>() ?? new DonationsOptions()).Checked();
        services.AddSingleton(options);
        services.AddDonationsDatabase();
        services.AddHttpClient(StripeAccess.HttpClientName, http => http.Timeout = options.Patience);
        services.AddStripeFake(configuration, StripeAccess.HttpClientName);
        services.AddLedger();
        services.AddStripeWebhook();
        services.AddReconciliation(configuration);
        services.AddSingleton<KeySeal>().AddSingleton<GiftLinks>().AddSingleton<GivingLimits>().AddSingleton<PlatformPage>().AddSingleton<PayPage>();
        services.AddScoped<StripeAccess>().AddScoped<ChangeSettings>().AddScoped<ConnectAccount>();
        services.AddScoped<GivingPlaces>().AddScoped<GivePages>().AddScoped<GiftPages>().AddScoped<GivenTotals>().AddScoped<BeginGift>().AddScoped<StopMonthly>();
        services.AddScoped<Receipts.Receipts>().AddScoped<GiverMailParts>().AddScoped<ILetterWriter, ReceiptMail>();
        services.AddScoped<GiftReader>().AddScoped<GiftFile>().AddScoped<RefundGift>().AddScoped<RefundDesk>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
