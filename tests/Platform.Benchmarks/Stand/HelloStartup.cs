using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(Platform.Benchmarks.Stand.HelloStartup))]

namespace Platform.Benchmarks.Stand;

/// <summary>
/// Puts a "hello" before everything else in the host's pipeline: the least that an answer of the same process can cost, to hold the
/// campaign page against.
/// </summary>
internal sealed class HelloStartup : IHostingStartup
{
    public const string Path = "/benchmark-hello";

    private static readonly byte[] Hello = "hello"u8.ToArray();

    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(new Filter()));

    private sealed class Filter : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, further) => http.Request.Path == Path ? Answer(http) : further(http));
            next(app);
        };

        private static Task Answer(HttpContext http)
        {
            http.Response.ContentType = "text/plain";
            http.Response.ContentLength = Hello.Length;
            return http.Response.Body.WriteAsync(Hello, http.RequestAborted).AsTask();
        }
    }
}
