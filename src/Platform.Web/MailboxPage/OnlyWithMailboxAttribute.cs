using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Platform.Core.Mail;

namespace Platform.Web.MailboxPage;

/// <summary>Without a development mailbox its addresses are unknown ones, whoever asks.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnlyWithMailboxAttribute : Attribute, IActionConstraint
{
    public int Order => 0;

    public bool Accept(ActionConstraintContext context)
    {
        var services = context.RouteContext.HttpContext.RequestServices;
        return services.GetRequiredService<IHostEnvironment>().IsDevelopment() && services.GetService<Mailbox>() is not null;
    }
}
