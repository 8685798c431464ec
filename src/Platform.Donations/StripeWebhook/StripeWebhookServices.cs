using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Mail;

namespace Platform.Donations.StripeWebhook;

internal static class StripeWebhookServices
{
    public static void AddStripeWebhook(this IServiceCollection services)
    {
        services.AddSingleton<WebhookSignature>();
        services.AddScoped<WebhookTenants>().AddScoped<TakeEvent>().AddScoped<ProcessEvent>().AddScoped<EventKinds>().AddScoped<WebhookHealthReader>();
        services.AddScoped<GiftFinder>().AddScoped<SettlePayment>().AddScoped<SettleCheckout>().AddScoped<SettleInvoice>().AddScoped<SettleMonthly>();
        services.AddScoped<SettlePayout>().AddScoped<SettleAccount>();
        services.AddScoped<GiftLetters>().AddScoped<OwnerMailParts>();
        services.AddScoped<ILetterWriter, GiftRefundedMail>().AddScoped<ILetterWriter, RenewalFailedMail>().AddScoped<ILetterWriter, DebitFailedMail>().AddScoped<ILetterWriter, MonthlyStoppedMail>();
        services.AddScoped<ILetterWriter, GiftDisputedMail>().AddScoped<ILetterWriter, RefundFailedMail>().AddScoped<ILetterWriter, PayoutFailedMail>();
        services.AddScoped<ILetterWriter, AccountStoppedMail>().AddScoped<ILetterWriter, DifferencesMail>();
    }
}
