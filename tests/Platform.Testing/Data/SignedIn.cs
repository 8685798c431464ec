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
        var (name, value) = await host.SessionCookieAsync(user);
        var visitor = host.Visitor();
        visitor.Http.DefaultRequestHeaders.Add("Cookie", $"{name}={value}");
        return visitor;
    }

    /// <summary>The cookie of a new session; staff have shown their second factor.</summary>
    public static Task<(string Name, string Value)> SessionCookieAsync(this TestHost host, User user) => host.InScopeAsync(null, async services =>
    {
        var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var properties = new AuthenticationProperties { IssuedUtc = TimeProvider.System.GetUtcNow(), ExpiresUtc = TimeProvider.System.GetUtcNow().AddHours(1) };
        var method = user.PlatformRole > PlatformRole.None ? Sessions.ByCode : Sessions.ByPassword;
        var key = await services.GetRequiredService<SessionStore>().StoreAsync(Ticket(properties, new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()), new Claim("amr", method)));
        return (options.Cookie.Name!, options.TicketDataFormat.Protect(Ticket(properties, new Claim(SessionClaim, key))));
    });

    /// <summary>A POST that no page offers, with a valid antiforgery token: what somebody sends who knows the addresses.</summary>
    public static async Task<Page> PostDirectlyAsync(this Visitor visitor, string address, params (string Name, string Value)[] fields)
    {
        visitor.FormToken ??= (await visitor.GetAsync("/account")).Html.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value")
            ?? throw new InvalidOperationException("Nobody is signed in here.");
        return await visitor.PostAsync(new Uri(address, UriKind.Relative), [new("__RequestVerificationToken", visitor.FormToken), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
    }

    private static AuthenticationTicket Ticket(AuthenticationProperties properties, params Claim[] claims) =>
        new(new ClaimsPrincipal(new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme)), properties, IdentityConstants.ApplicationScheme);
}
