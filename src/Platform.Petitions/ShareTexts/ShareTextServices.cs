using Microsoft.Extensions.DependencyInjection;

namespace Platform.Petitions.ShareTexts;

internal static class ShareTextServices
{
    public static void AddShareTexts(this IServiceCollection services) => services.AddScoped<ShareTextDesk>().AddScoped<ChangeShareTexts>();
}
