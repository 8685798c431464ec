using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Pages;

namespace Platform.Donations.StripeAccounts;

/// <summary>A page whose form leads on to a page of Stripe's.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LeadsToStripeAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context) => context.HttpContext.Response.Headers.ContentSecurityPolicy =
        PagePolicy.WithFormsTo(context.HttpContext.RequestServices.GetRequiredService<DonationsOptions>().PayHosts);

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
