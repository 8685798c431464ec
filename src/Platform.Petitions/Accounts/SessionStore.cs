using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Access;

namespace Platform.Petitions.Accounts;

/// <summary>Keeps sign-ins in the database. The cookie carries a random key; only its hash is stored.</summary>
public sealed class SessionStore(IServiceScopeFactory scopes, IHttpContextAccessor http, IDataProtectionProvider protection, TimeProvider clock) : ITicketStore
{
    private static readonly TimeSpan LastSeenStep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan StaffIdle = TimeSpan.FromMinutes(30);

    private readonly IDataProtector protector = protection.CreateProtector("sessions");

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDb>();
        var browser = http.HttpContext?.Request.Headers.UserAgent.ToString() ?? "";
        db.Sessions.Add(new Session
        {
            KeyHash = Hash(key),
            UserId = Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!),
            Ticket = Protect(ticket),
            Browser = browser[..Math.Min(browser.Length, 200)],
            ExpiresAt = Expiry(ticket),
        });
        await db.SaveChangesAsync();
        return key;
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        var (hash, bytes, expires, now) = (Hash(key), Protect(ticket), Expiry(ticket), clock.GetUtcNow());
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PetitionsDb>().Sessions.Where(s => s.KeyHash == hash).ExecuteUpdateAsync(set => set
            .SetProperty(s => s.Ticket, bytes)
            .SetProperty(s => s.ExpiresAt, expires)
            .SetProperty(s => s.LastSeenAt, now));
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var (hash, now) = (Hash(key), clock.GetUtcNow());
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDb>();
        var session = await db.Sessions.Where(s => s.KeyHash == hash)
            .Join(db.Users, s => s.UserId, u => u.Id, (s, u) => new { s.Ticket, s.ExpiresAt, s.LastSeenAt, u.PlatformRole, u.SuspendedAt })
            .SingleOrDefaultAsync();
        if (session is null)
        {
            return null;
        }

        // What ended is deleted, so that no later change of the rules revives it.
        if (session.ExpiresAt <= now || session.SuspendedAt is not null || (session.PlatformRole > PlatformRole.None && now - session.LastSeenAt > StaffIdle))
        {
            await db.Sessions.Where(s => s.KeyHash == hash).ExecuteDeleteAsync();
            return null;
        }

        if (now - session.LastSeenAt > LastSeenStep)
        {
            await db.Sessions.Where(s => s.KeyHash == hash).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now));
        }

        return TicketSerializer.Default.Deserialize(protector.Unprotect(session.Ticket));
    }

    public async Task RemoveAsync(string key)
    {
        var hash = Hash(key);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PetitionsDb>().Sessions.Where(s => s.KeyHash == hash).ExecuteDeleteAsync();
    }

    private byte[] Protect(AuthenticationTicket ticket) => protector.Protect(TicketSerializer.Default.Serialize(ticket));

    private DateTimeOffset Expiry(AuthenticationTicket ticket) => ticket.Properties.ExpiresUtc ?? clock.GetUtcNow().AddHours(12);

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
