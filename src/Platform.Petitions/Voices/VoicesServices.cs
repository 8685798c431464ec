using Microsoft.Extensions.DependencyInjection;

namespace Platform.Petitions.Voices;

internal static class VoicesServices
{
    public static void AddVoices(this IServiceCollection services) => services.AddScoped<VoiceLists>().AddScoped<ThankReason>().AddScoped<PinReason>();
}
