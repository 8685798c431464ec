using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Core.Text;

public static class TextModule
{
    /// <param name="modules">May bring texts of their own; one without any brings none.</param>
    public static IServiceCollection AddText(this IServiceCollection services, params IReadOnlyList<Assembly> modules) => services
        .AddSingleton(Catalogue.Load(modules))
        .AddScoped<Localiser>();
}
