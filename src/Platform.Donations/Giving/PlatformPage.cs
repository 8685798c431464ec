using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Tenancy;

namespace Platform.Donations.Giving;

/// <summary>Whether the platform takes gifts for itself, asked from pages that belong to no organisation.</summary>
public sealed class PlatformPage(IServiceScopeFactory scopes)
{
    public async Task<bool> IsOnAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(PlatformGifts.Id, "");
        return await scope.ServiceProvider.GetRequiredService<DonationsDb>().Settings.AsNoTracking().SingleOrDefaultAsync(ct) is { CanTake: true, PlatformPage: true };
    }
}
