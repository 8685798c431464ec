using Microsoft.AspNetCore.Identity;
using Platform.Core.Access;
using Platform.Petitions;
using Platform.Petitions.Accounts;
using Platform.Petitions.Moderation;

namespace Platform.Web.Startup;

/// <summary>The console's way to the first platform admin: an account that exists is raised, a new one gets a link to set its password.</summary>
internal static class FirstAdmin
{
    public static async Task<int> MakeAsync(WebApplication app, string email)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var user = await users.FindByEmailAsync(email);
        if (user is null)
        {
            user = new User { UserName = email, Email = email, EmailConfirmed = true, Name = "Admin", PlatformRole = PlatformRole.Admin };
            var made = await users.CreateAsync(user);
            if (!made.Succeeded)
            {
                return StartException.Say(string.Join(' ', made.Errors.Select(e => e.Description)));
            }
        }
        else
        {
            user.PlatformRole = PlatformRole.Admin;
            await users.UpdateAsync(user);
        }

        var db = scope.ServiceProvider.GetRequiredService<PetitionsDb>();
        db.Audit.Add(new AuditEntry { ActorName = "console", Action = "person.role", Detail = $"{user.Id} {PlatformRole.Admin}" });
        await db.SaveChangesAsync();
        var link = await scope.ServiceProvider.GetRequiredService<AccountLinks>().ResetAsync(user);
        Console.WriteLine($"{email} is a platform admin. A second factor is asked for at the first sign-in.");
        Console.WriteLine($"Set a password (once, within a day): {link}");
        return 0;
    }
}
