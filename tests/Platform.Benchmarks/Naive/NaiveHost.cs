using System.Globalization;
using Hangfire;
using Hangfire.PostgreSql;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Platform.Benchmarks.Naive;

/// <summary>
/// The obvious way, for comparison only: a context per request, a look for a duplicate, a tracked counter, and one Hangfire job per
/// signature for its mail. It has no tenants, limits, validation or pages, and is still what it is.
/// </summary>
internal static class NaiveHost
{
    public static async Task RunAsync(int port, string connection)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.Services.AddDbContext<NaiveDb>(options => options.UseNpgsql(connection));
        builder.Services.AddHangfire(hangfire => hangfire.UsePostgreSqlStorage(
            storage => storage.UseNpgsqlConnection(connection), new PostgreSqlStorageOptions { SchemaName = "naive_jobs", QueuePollInterval = TimeSpan.FromSeconds(1) }));
        builder.Services.AddHangfireServer(server => server.WorkerCount = 4);
        var app = builder.Build();
        await PrepareAsync(app);
        app.MapGet("/", () => "naive");
        app.MapPost("/sign", SignAsync).DisableAntiforgery();
        await app.RunAsync();
    }

    /// <summary>What the job of a signature would do: write a mail.</summary>
    public static Task MailAsync(Guid signature) => Task.CompletedTask;

    private static async Task PrepareAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NaiveDb>();
        if (!await db.Database.SqlQuery<bool>($"""select exists (select from information_schema.schemata where schema_name = 'naive') as "Value" """).SingleAsync())
        {
            await ((RelationalDatabaseCreator)db.GetService<IDatabaseCreator>()).CreateTablesAsync();
            db.Add(new NaiveCampaign { Id = 1 });
            await db.SaveChangesAsync();
        }
    }

    private static async Task<IResult> SignAsync(HttpRequest request, NaiveDb db, IBackgroundJobClient jobs)
    {
        var form = await request.ReadFormAsync();
        var email = form["email"].ToString();
        var campaign = await db.Campaigns.SingleAsync(c => c.Id == 1);
        if (!await db.Signatures.AnyAsync(s => s.CampaignId == campaign.Id && s.Email == email))
        {
            var signature = new NaiveSignature
            {
                Id = Guid.NewGuid(), CampaignId = campaign.Id, Name = form["name"].ToString(), Email = email, Country = form["country"].ToString(), SubmittedAt = TimeProvider.System.GetUtcNow(),
            };
            db.Add(signature);
            campaign.Signatures++;
            await db.SaveChangesAsync();
            jobs.Enqueue(() => MailAsync(signature.Id));
        }

        request.HttpContext.Response.Headers.Location = "/check";
        request.HttpContext.Response.ContentLength = 0;
        return Results.StatusCode(StatusCodes.Status302Found);
    }
}
