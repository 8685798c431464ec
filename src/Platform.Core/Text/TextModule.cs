using Microsoft.Extensions.DependencyInjection;

namespace Platform.Core.Text;

public static class TextModule
{
    public static IServiceCollection AddText(this IServiceCollection services) => services
        .AddSingleton(Catalogue.Load())
        .AddScoped<Localiser>();
}
