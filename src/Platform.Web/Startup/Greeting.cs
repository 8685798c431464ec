using Platform.Core.Tenancy;
using Platform.Web.Demo;

namespace Platform.Web.Startup;

/// <summary>Tells whoever started it where to look.</summary>
internal static class Greeting
{
    public static async Task PrintAsync(WebApplication app, DatabaseStart database)
    {
        if (app.Environment.IsProduction())
        {
            return;
        }

        var site = app.Urls.FirstOrDefault()?.Replace("0.0.0.0", "localhost", StringComparison.Ordinal) ?? app.Services.GetRequiredService<TenancyOptions>().BaseUrl;
        Console.WriteLine();
        Console.WriteLine($"  Undersigned    {site}");
        if (await DemoContent.IsPresentAsync(app))
        {
            foreach (var (who, where) in DemoContent.People)
            {
                Console.WriteLine($"  {who,-14} {where.Replace("{site}", site, StringComparison.Ordinal)}");
            }
        }

        Console.WriteLine($"  Mailbox        {site}/mailbox    every mail the platform sends");
        Console.WriteLine(database.Embedded switch
        {
            { Attached: true } => "  Database       embedded, was running already: attached",
            not null => "  Database       embedded; Ctrl+C drains and stops it",
            null => "  Database       the configured one",
        });
        Console.WriteLine();
    }
}
