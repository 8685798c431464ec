using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Access;
using Platform.Petitions.Domains;
using Platform.Petitions.Organisations;
using Platform.Petitions.Tests.CampaignPage;
using Platform.Testing.Data;
using Platform.Testing.Hosts;

namespace Platform.Petitions.Tests.Domains;

/// <summary>A platform whose DNS is written by the tests.</summary>
public sealed class DomainWorld : PublicWorld
{
    private static int number;

    public WrittenRecords Dns { get; } = new();

    /// <summary>An organisation, its owner at the desk, and a domain nobody else has.</summary>
    public async Task<(Organisation Organisation, Visitor Owner, string Mail, string Domain)> OwnerAsync()
    {
        var organisation = await this.OrganisationAsync();
        var (visitor, user) = await this.MemberAsync(organisation, MemberRole.Owner);
        return (organisation, visitor, user.Email!, $"petitions.house-{Interlocked.Increment(ref number)}.example");
    }

    public async Task<Page> ClaimAsync(Organisation organisation, Visitor owner, string typed) =>
        await owner.SubmitAsync(await owner.GetAsync(Desk(organisation)), "#claim", ("Domain", typed));

    public async Task<Page> CheckAsync(Organisation organisation, Visitor owner) => await owner.SubmitAsync(await owner.GetAsync(Desk(organisation)), "#check");

    /// <summary>Writes what the page asks for into the DNS.</summary>
    public async Task WriteAsync(Organisation organisation) => Dns.Write((await ClaimOfAsync(organisation))!);

    public Task<DomainClaim?> ClaimOfAsync(Organisation organisation) => InDbAsync(organisation.Id, db => db.DomainClaims.AsNoTracking().SingleOrDefaultAsync());

    public Task<string?> DomainOfAsync(Organisation organisation) => InDbAsync(null, db => db.Organisations.Where(o => o.Id == organisation.Id).Select(o => o.Domain).SingleAsync());

    /// <summary>What the clock does every ten minutes.</summary>
    public Task<int> WorkAsync() => InScopeAsync(null, async services =>
    {
        await ActivatorUtilities.CreateInstance<DomainsJob>(services).RunAsync(CancellationToken.None);
        return 0;
    });

    /// <summary>One look by the clock.</summary>
    public Task<DomainFound> LookAsync(Organisation organisation) => InScopeAsync(organisation.Id, services => services.GetRequiredService<CheckDomain>().RunAsync(byOwner: false, CancellationToken.None));

    public Task<List<string>> AuditAsync(Organisation organisation) => InDbAsync(organisation.Id, db =>
        db.Audit.Where(a => a.TenantId == organisation.Id && a.Action.StartsWith("domain.")).OrderBy(a => a.Id).Select(a => a.Action).ToListAsync());

    public static string Desk(Organisation organisation) => $"/{organisation.Slug}/desk/domain";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<IDomainRecords>(Dns));
    }
}

/// <summary>A DNS that says what a test wrote into it.</summary>
public sealed class WrittenRecords : IDomainRecords
{
    private readonly ConcurrentDictionary<string, string> texts = new();
    private readonly ConcurrentDictionary<string, bool> silent = new();

    public void Write(DomainClaim claim) => texts[claim.RecordName] = claim.Token;

    public void Wipe(DomainClaim claim) => texts.TryRemove(claim.RecordName, out _);

    public void Fail(DomainClaim claim, bool fails) => silent[claim.RecordName] = fails;

    public Task<IReadOnlyList<string>?> TextsAsync(string name, CancellationToken ct) => Task.FromResult<IReadOnlyList<string>?>(
        silent.GetValueOrDefault(name) ? null : texts.TryGetValue(name, out var text) ? ["v=spf1 -all", $" {text} "] : ["v=spf1 -all"]);
}
