using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Core.Tenancy;
using Platform.Petitions;
using Platform.Petitions.Accounts;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Confirming;
using Platform.Petitions.Counting;
using Platform.Petitions.Database;
using Platform.Petitions.Organisations;
using Platform.Petitions.Secrets;
using Platform.Petitions.Signing;
using Platform.Testing.Hosts;

namespace Platform.Testing.Data;

/// <summary>A published campaign in a database that no host of this process serves; a <see cref="ChildHost"/> does.</summary>
public sealed record OpenCampaign(Guid TenantId, Guid Id, string Slug)
{
    private const string Organisation = "open";

    private static readonly Keyring Keys = new(ChildHost.Secret);

    public string Path => $"/{Organisation}/{Slug}";

    /// <summary>A form's stamp as the page carries it, old enough for a person.</summary>
    public string Stamp => new FormStamps(Keys, new SigningOptions(), new Earlier()).Make(Id);

    /// <summary>Makes campaigns with the product's own entities, in one organisation.</summary>
    /// <param name="source">Connections that read and write across organisations.</param>
    public static async Task<List<OpenCampaign>> AddAsync(NpgsqlDataSource source, string name, int count)
    {
        var tenant = new TenantContext();
        var options = new DbContextOptionsBuilder<PetitionsDb>();
        PetitionsDatabase.Configure(options, source).AddInterceptors(new TenantStamp());
        await using var db = new PetitionsDb(options.Options, tenant);
        var (organisation, author) = (await db.Organisations.SingleOrDefaultAsync(), await db.Users.SingleOrDefaultAsync());
        if (organisation is null || author is null)
        {
            organisation = new Organisation(Organisation, "Open campaigns", "en");
            author = new User { UserName = "organiser@open.example", Email = "organiser@open.example", NormalizedEmail = "ORGANISER@OPEN.EXAMPLE", EmailConfirmed = true, Name = "Organiser" };
            db.AddRange(organisation, author);
            await db.SaveChangesAsync();
        }

        tenant.Set(organisation.Id, organisation.Slug);
        var made = Enumerable.Range(0, count).Select(i => Make(author.Id, string.Create(CultureInfo.InvariantCulture, $"{name}-{i}"))).ToList();
        foreach (var campaign in made)
        {
            db.AddRange(campaign, new CampaignCount { CampaignId = campaign.Id }, new CampaignSubmissions { CampaignId = campaign.Id });
        }

        await db.SaveChangesAsync();
        return [.. made.Select(c => new OpenCampaign(organisation.Id, c.Id, c.Slug))];
    }

    /// <summary>Links of signatures that wait to be confirmed, as their mails carry them, oldest first.</summary>
    public async Task<List<string>> TokensAsync(NpgsqlDataSource source, int most)
    {
        var tokens = new SignatureTokens(Keys);
        await using var command = source.CreateCommand("select id, seed from petitions.signatures where tenant_id = $1 and campaign_id = $2 and state = 0 order by submitted_at limit $3");
        command.Parameters.AddWithValue(TenantId);
        command.Parameters.AddWithValue(Id);
        command.Parameters.AddWithValue(most);
        var found = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            found.Add(tokens.Make(TokenPurpose.Confirm, reader.GetGuid(0), reader.GetFieldValue<byte[]>(1)));
        }

        return found;
    }

    private static Campaign Make(Guid author, string slug)
    {
        var (spec, now) = (new CampaignSpec(), TimeProvider.System.GetUtcNow());
        var campaign = new Campaign(author, slug, spec.Language, spec.TimeZone);
        campaign.Configure(spec.Settings, now);
        campaign.Write(spec.Language, spec.Title, spec.Demand, spec.Body, author, now);
        campaign.AskOf(spec.DecisionMakers);
        var refusals = (campaign.Submit(MoveActor.Organiser, now), campaign.Publish(MoveActor.Moderator, null, organiserConfirmed: true, spec.Reviewed, now));
        return refusals == (MoveRefusal.None, MoveRefusal.None) ? campaign : throw new InvalidOperationException($"The campaign was not published: {refusals}.");
    }

    private sealed class Earlier : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - TimeSpan.FromMinutes(1);
    }
}
