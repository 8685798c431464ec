using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;

namespace Platform.Petitions.Accounts;

/// <summary>After authentication: who this is and what they may do, from the database and not from the cookie.</summary>
public sealed class CurrentUserMiddleware(RequestDelegate next)
{
    /// <summary>How the session was opened ("amr", RFC 8176): these values are a second factor.</summary>
    private static readonly string[] SecondFactors = ["mfa", "hwk", "swk", "passkey"];

    public async Task InvokeAsync(HttpContext http, CurrentUser current, PetitionsDb db)
    {
        if (http.User.Identity is { IsAuthenticated: true } && Guid.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            var user = await db.Users.AsNoTracking()
                .Where(u => u.Id == id && u.SuspendedAt == null)
                .Select(u => new
                {
                    u.Name,
                    u.PlatformRole,
                    Role = db.Memberships.Where(m => m.UserId == id).Select(m => (MemberRole?)m.Role).FirstOrDefault(),
                })
                .SingleOrDefaultAsync(http.RequestAborted);
            if (user is not null)
            {
                current.Set(id, user.Name, user.PlatformRole, user.Role, http.User.FindAll("amr").Any(c => SecondFactors.Contains(c.Value)));
            }
        }

        await next(http);
    }
}
