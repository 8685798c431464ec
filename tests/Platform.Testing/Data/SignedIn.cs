using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Core.Access;
using Platform.Petitions.Accounts;
using Platform.Petitions.Organisations;
using Platform.Testing.Hosts;

namespace Platform.Testing.Data;

/// <summary>Organisers at their desk, without the way through the sign-in page.</summary>
public static class SignedIn
{
    private const string SessionClaim = "Microsoft.AspNetCore.Authentication.Cookies-SessionId";
    private static int number;

    /// <summary>A new member of an organisation in a browser with a session.</summary>
    public static async Task<(Visitor Visitor, User User)> MemberAsync(this TestHost host, Organisation organisation, MemberRole role)
    {
        var user = await host.InDbAsync(organisation.Id, async db =>
        {
            var address = $"member-{Interlocked.Increment(ref number)}@desk.example";
            var made = new User { Name = $"{role} {number}", UserName = address, Email = address, NormalizedEmail = address.ToUpperInvariant(), NormalizedUserName = address.ToUpperInvariant(), EmailConfirmed = true };
            db.AddRange(made, new Membership(organisation.Id, made.Id, role));
            await db.SaveChangesAsync();
            return made;
        });
        return (await host.AtDeskAsync(user), user);
    }

    /// <summary>A browser with a session of this person.</summary>
    public static async Task<Visitor> AtDeskAsync(this TestHost host, User user)
    {
        var cookie = await host.InScopeAsync(null, async services =>
        {
            var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
            var properties = new AuthenticationProperties { IssuedUtc = TimeProvider.System.GetUtcNow(), ExpiresUtc = TimeProvider.System.GetUtcNow().AddHours(1) };
            var key = await services.GetRequiredService<SessionStore>().StoreAsync(Ticket(properties, new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()), new Claim("amr", "pwd")));
            return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(Ticket(properties, new Claim(SessionClaim, key)))}";
        });
        var visitor = host.Visitor();
        visitor.Http.DefaultRequestHeaders.Add("Cookie", cookie);
        return visitor;
    }

    private static AuthenticationTicket Ticket(AuthenticationProperties properties, params Claim[] claims) =>
        new(new ClaimsPrincipal(new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme)), properties, IdentityConstants.ApplicationScheme);
}
