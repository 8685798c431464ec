using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Petitions.Paper;

internal static class PaperServices
{
    public static void AddPaper(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Paper").Get<PaperOptions>() ?? new PaperOptions());
        services.AddSingleton<PdfPress>().AddSingleton<PaperStyle>().AddScoped<PaperPrints>();
    }
}
