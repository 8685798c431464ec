using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Donations.StripeFake;

/// <summary>Without the fake its addresses are unknown ones, whoever asks.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnlyWithStripeFakeAttribute : Attribute, IActionConstraint
{
    public int Order => 0;

    public bool Accept(ActionConstraintContext context) => context.RouteContext.HttpContext.RequestServices.GetService<FakeStripe>() is not null;
}
