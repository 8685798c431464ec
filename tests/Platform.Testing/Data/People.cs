using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Access;
using Platform.Petitions.Accounts;
using Platform.Petitions.Organisations;
using Platform.Testing.Hosts;

namespace Platform.Testing.Data;

/// <summary>People with accounts and their organisations.</summary>
public static class People
{
    public const string Password = "correct horse battery";

    private static int number;

    /// <summary>Somebody whose address is confirmed and unlike any other; staff with an authenticator.</summary>
    public static Task<User> UserAsync(this TestHost host, string? name = null, PlatformRole? role = null) => host.InScopeAsync(null, async services =>
    {
        var users = services.GetRequiredService<UserManager<User>>();
        var address = $"person-{Interlocked.Increment(ref number)}@example.org";
        var user = new User { Name = name ?? "Robin Maker", UserName = address, Email = address, EmailConfirmed = true, PlatformRole = role ?? PlatformRole.None };
        Check(await users.CreateAsync(user, Password));
        if (role is not null)
        {
            Check(await users.ResetAuthenticatorKeyAsync(user));
            Check(await users.SetTwoFactorEnabledAsync(user, true));
        }

        return user;
    });

    public static Task<Organisation> OrganisationAsync(this TestHost host, string? slug = null) => host.InDbAsync(null, async db =>
    {
        slug ??= $"organisation-{Interlocked.Increment(ref number)}";
        var organisation = new Organisation(slug, char.ToUpperInvariant(slug[0]) + slug[1..].Replace('-', ' '), "en");
        db.Organisations.Add(organisation);
        await db.SaveChangesAsync();
        return organisation;
    });

    public static Task JoinAsync(this TestHost host, User user, Organisation organisation, MemberRole role = MemberRole.Owner) => host.InDbAsync(organisation.Id, async db =>
    {
        db.Memberships.Add(new Membership(organisation.Id, user.Id, role));
        return await db.SaveChangesAsync();
    });

    /// <summary>A browser in which somebody signed in on the page, with a code where an authenticator is set up.</summary>
    public static async Task<Visitor> SignedInAsync(this TestHost host, User user)
    {
        var visitor = host.Visitor();
        var page = await visitor.SubmitAsync(await visitor.GetAsync("/account/sign-in?returnUrl=/about"), "#sign-in", ("Email", user.Email), ("Password", Password));
        if (page.Html.QuerySelector("#code-step") is not null)
        {
            page = await visitor.SubmitAsync(page, "#code-step", ("Code", await host.CodeAsync(user)));
        }

        return page.Address.AbsolutePath == "/about" ? visitor : throw new InvalidOperationException($"{user.Email} could not sign in: {page.Address} {page.Text}");
    }

    /// <summary>What the person's authenticator shows now.</summary>
    public static Task<string> CodeAsync(this TestHost host, User user) => host.InScopeAsync(null, async services =>
    {
        var users = services.GetRequiredService<UserManager<User>>();
        return Totp.Code(await users.GetAuthenticatorKeyAsync((await users.FindByIdAsync(user.Id.ToString()))!) ?? throw new InvalidOperationException("No authenticator is set up."));
    });

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(e => e.Description)));
        }
    }
}
