using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions.Confirming;
using Platform.Petitions.Counting;
using Platform.Petitions.News;
using Platform.Petitions.Outbox;
using Platform.Petitions.Signing;
using Platform.Testing.Data;
using Platform.Testing.Hosts;

namespace Platform.Petitions.Tests.Updates;

/// <summary>People who want news by mail, and the night in which they get it.</summary>
internal static class NewsReaders
{
    public static async Task<Guid> ReaderAsync(this Stage stage, string email, string language = "en", bool wants = true)
    {
        var row = stage.Row(email) with { WantsUpdates = wants, Language = language };
        await stage.Host.Services.GetRequiredService<SignatureWriter>().TryWrite(row)!;
        await stage.Host.Services.GetRequiredService<ConfirmationWriter>().TryWrite(new Confirmation(stage.Organisation.Id, stage.Campaign.Id, row.Id))!;
        return row.Id;
    }

    /// <summary>What the clock starts each minute.</summary>
    public static Task LayNewsAsync(this TestHost host) => host.InScopeAsync(null, async services =>
    {
        await ActivatorUtilities.CreateInstance<NewsJob>(services).RunAsync(CancellationToken.None);
        return true;
    });

    public static Task<List<OutboxMail>> LaidAsync(this Stage stage, string kind) =>
        stage.Host.InDbAsync(null, db => db.Outbox.AsNoTracking().Where(m => m.CampaignId == stage.Campaign.Id && m.Kind == kind).ToListAsync());

    /// <summary>It is night: what is laid leaves.</summary>
    public static Task NightAsync(this Stage stage) => stage.Host.InDbAsync(
        null, db => db.Outbox.Where(m => m.CampaignId == stage.Campaign.Id && m.DoneAt == null).ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, m => m.CreatedAt)));
}
