using System.Text.Encodings.Web;
using System.Text.Unicode;
using Hangfire;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;
using Platform.Core.Jobs;
using Platform.Core.Mail;
using Platform.Core.Modules;
using Platform.Core.Pages;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions;
using Platform.Web.Errors;
using Platform.Web.Health;
using Platform.Web.Jobs;
using Platform.Web.Metrics;
using Platform.Web.Startup;

namespace Platform.Web;

/// <summary>The parts this host is made of.</summary>
internal static class Modules
{
    public static IReadOnlyList<IModule> Of(IConfiguration configuration, IHostEnvironment environment) =>
        [new PetitionsModule(), .. OptionalModules.Take(OptionalModules.DonationsOn(configuration, environment))];

    public static void AddPlatform(WebApplicationBuilder builder, HostRole role)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        builder.Host.UseDefaultServiceProvider(provider => (provider.ValidateOnBuild, provider.ValidateScopes) = (true, true));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestLimits.Body;
        });
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(25));
        services.AddSingleton(TimeProvider.System);
        services.AddMemoryCache(cache => cache.SizeLimit = 100_000);
        var modules = Of(configuration, builder.Environment);
        services.AddText([.. modules.Select(module => module.GetType().Assembly)]);
        services.AddTenancy(configuration);
        services.AddMail(configuration.GetSection("Mail"), builder.Environment.IsProduction() ? null : Path.Combine(DatabaseStart.DataFolder(configuration), "mailbox"));
        services.AddJobs(configuration.GetConnectionString("Platform")!, role);
        services.AddHealth();
        services.AddMetricsPage(configuration);
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<FormOptions>(RequestLimits.Apply);
        services.AddAntiforgery(antiforgery =>
        {
            var secure = configuration.GetValue("Site:SecureCookies", true);
            antiforgery.Cookie.Name = secure ? "__Host-af" : "af";
            antiforgery.Cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.AddControllersWithViews(mvc =>
            {
                mvc.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
                mvc.Filters.Add(new RefuseNul());
                AddressFirst(mvc.ValueProviderFactories);
                FormMessages.Use(mvc);
            })
            .ConfigureApplicationPartManager(parts => TakeOnly(modules, parts.ApplicationParts))
            .AddRazorOptions(razor => razor.ViewLocationExpanders.Add(new FeatureViews()));
        var slots = modules.SelectMany(module => module.Slots).ToList();
        services.AddSingleton(new PageSlots(slots));
        foreach (var slot in slots)
        {
            services.TryAddScoped(slot.Part);
        }

        foreach (var module in modules)
        {
            module.AddServices(services, configuration, role);
        }
    }

    public static void Map(WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealth();
        app.MapDomain();
        app.MapMetrics();
        app.MapJobDashboard();
        app.MapControllers().WithStaticAssets();
        var modules = Of(app.Configuration, app.Environment);
        foreach (var module in modules)
        {
            module.MapEndpoints(app);
        }

        var (jobs, storage) = (app.Services.GetRequiredService<IRecurringJobManager>(), app.Services.GetRequiredService<JobStorage>());
        ScheduledJob.Replace([.. modules.SelectMany(module => module.Schedule)], jobs, storage);
    }

    /// <summary>The framework finds pages in whatever was deployed beside the host; those of a module that is off stay unfound.</summary>
    private static void TakeOnly(IReadOnlyList<IModule> modules, IList<ApplicationPart> parts)
    {
        var taken = modules.Select(module => module.GetType().Assembly).Append(typeof(Modules).Assembly).Select(assembly => assembly.GetName().Name).ToHashSet();
        foreach (var part in parts.Where(part => part.Name.StartsWith("Platform.", StringComparison.Ordinal) && !taken.Contains(part.Name)).ToList())
        {
            parts.Remove(part);
        }
    }

    /// <summary>What the address says is not overruled by a field of the same name in the form, as it would be by default.</summary>
    private static void AddressFirst(IList<IValueProviderFactory> providers)
    {
        var address = providers.OfType<RouteValueProviderFactory>().Single();
        providers.Remove(address);
        providers.Insert(0, address);
    }
}
