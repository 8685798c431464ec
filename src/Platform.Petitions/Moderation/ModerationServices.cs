using Microsoft.Extensions.DependencyInjection;

namespace Platform.Petitions.Moderation;

/// <summary>What reviewing, reporting and correcting need.</summary>
internal static class ModerationServices
{
    public static void AddModeration(this IServiceCollection services) => services
        .AddScoped<AfterSubmit>();
}
