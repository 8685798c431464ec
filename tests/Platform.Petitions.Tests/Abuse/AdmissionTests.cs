using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions.Abuse;
using Platform.Petitions.Counting;
using Platform.Petitions.Signatures;
using Platform.Petitions.Signing;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Abuse;

/// <summary>Over HTTP: what a sender who gives too much sees, and what becomes of it.</summary>
public sealed class AdmissionTests(AdmissionTests.ProxiedHost host) : IClassFixture<AdmissionTests.ProxiedHost>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sixth_from_one_address_is_set_aside_and_looks_like_the_first()
    {
        await host.LimitAsync(l => l.AddressBurst = 5);
        var stage = await Stage.SetAsync(host);
        string? first = null;
        for (var i = 1; i <= 6; i++)
        {
            var page = await SignAsync(stage, "203.0.113.5", $"six{i}@burst.example");
            first ??= page.Text.Replace("six1@", "", StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal(first, page.Text.Replace($"six{i}@", "", StringComparison.Ordinal));
        }

        Assert.Equal(SignatureState.Pending, (await RowAsync(stage, "six5@burst.example")).State);
        Assert.Equal(SignatureState.Quarantined, (await RowAsync(stage, "six6@burst.example")).State);

        // It is mailed and confirmed like any other, and never counts.
        var thanks = await stage.ConfirmAsync(host.Visitor(), "six6@burst.example");
        Assert.Contains("You are", thanks.Text, StringComparison.Ordinal);
        Assert.Equal(0, await stage.CountAsync());
        await host.LimitAsync();
    }

    [Fact]
    public async Task A_class_of_thirty_from_one_address_passes()
    {
        await host.LimitAsync();
        var stage = await Stage.SetAsync(host);
        var sender = Visitor("198.51.100.30");
        for (var i = 1; i <= 30; i++)
        {
            await stage.SignAsync(sender, "Adam Baker", $"pupil{i}@school.example");
        }

        Assert.Equal(30, await host.InDbAsync(stage.Organisation.Id, db => db.Signatures.CountAsync(s => s.CampaignId == stage.Campaign.Id && s.State == SignatureState.Pending, Ct)));
    }

    [Fact]
    public async Task A_restored_signature_counts_with_its_number_and_leaves_no_drift()
    {
        await host.LimitAsync(l => l.AddressBurst = 1);
        var stage = await Stage.SetAsync(host);
        await SignAsync(stage, "203.0.113.6", "one@back.example");
        await SignAsync(stage, "203.0.113.6", "proven@back.example");
        await SignAsync(stage, "203.0.113.6", "unproven@back.example");
        await host.LimitAsync();
        await stage.ConfirmAsync(host.Visitor(), "one@back.example");
        await stage.ConfirmAsync(host.Visitor(), "proven@back.example");
        var proven = await RowAsync(stage, "proven@back.example");
        var unproven = await RowAsync(stage, "unproven@back.example");

        var returns = host.Services.GetRequiredService<CountReturn>();
        Assert.Equal(2, await returns.ReturnAsync(stage.Organisation.Id, stage.Campaign.Id, [proven.Id, unproven.Id], Ct));
        Assert.Equal(0, await returns.ReturnAsync(stage.Organisation.Id, stage.Campaign.Id, [proven.Id, unproven.Id], Ct));

        Assert.Equal(2, await stage.CountAsync());
        Assert.Equal((SignatureState.Confirmed, 2), ((await RowAsync(stage, "proven@back.example")).State, (await RowAsync(stage, "proven@back.example")).Number));
        Assert.Equal(SignatureState.Pending, (await RowAsync(stage, "unproven@back.example")).State);
        await host.Mail.WaitAsync("proven@back.example", "You are");
        await stage.ConfirmAsync(host.Visitor(), "unproven@back.example");
        Assert.Equal(3, (await RowAsync(stage, "unproven@back.example")).Number);
        Assert.Null(await host.Services.GetRequiredService<Recount>().RunAsync(stage.Organisation.Id, stage.Campaign.Id, Ct));
    }

    [Fact]
    public async Task A_removed_signature_comes_back_with_the_number_it_had()
    {
        var stage = await Stage.SetAsync(host);
        await host.ConfirmedSignersAsync(stage.Campaign, 3);
        var second = await host.InDbAsync(stage.Organisation.Id, db => db.Signatures.AsNoTracking().SingleAsync(s => s.CampaignId == stage.Campaign.Id && s.Number == 2, Ct));
        Assert.True(await host.Services.GetRequiredService<CountExit>().LeaveAsync(stage.Organisation.Id, stage.Campaign.Id, second.Id, SignatureState.Removed, "moderator", Ct));
        Assert.Equal(2, await stage.CountAsync());
        Assert.Equal(1, await host.Services.GetRequiredService<CountReturn>().ReturnAsync(stage.Organisation.Id, stage.Campaign.Id, [second.Id], Ct));
        Assert.Equal(3, await stage.CountAsync());
        Assert.Equal(2, await host.InDbAsync(stage.Organisation.Id, db => db.Signatures.Where(s => s.Id == second.Id).Select(s => s.Number).SingleAsync(Ct)));
        Assert.Null(await host.Services.GetRequiredService<Recount>().RunAsync(stage.Organisation.Id, stage.Campaign.Id, Ct));
    }

    [Fact]
    public async Task A_blocked_domain_gets_no_row_and_no_mail_and_sees_the_same_page()
    {
        await host.InDbAsync(null, async db =>
        {
            db.Add(new ListEntry { Kind = ListKind.Domain, Pattern = "**.trash.example", Allow = false });
            return await db.SaveChangesAsync(Ct);
        });
        await host.Services.GetRequiredService<AbuseKeeper>().StepAsync(Ct);
        var stage = await Stage.SetAsync(host);
        var good = await SignAsync(stage, "203.0.113.7", "somebody@mail.example");
        var bad = await SignAsync(stage, "203.0.113.7", "somebody@a.trash.example");
        Assert.Equal(good.Address, bad.Address);
        Assert.Equal(good.Text.Replace("mail.example", "", StringComparison.Ordinal), bad.Text.Replace("a.trash.example", "", StringComparison.Ordinal));
        await host.Mail.WaitAsync("somebody@mail.example");
        Assert.Equal(1, await host.InDbAsync(stage.Organisation.Id, db => db.Signatures.CountAsync(s => s.CampaignId == stage.Campaign.Id, Ct)));
        Assert.Empty(await host.Mail.ToAsync("somebody@a.trash.example"));
    }

    [Fact]
    public async Task A_limit_holds_over_two_nodes()
    {
        await host.LimitAsync(l => l.AddressBurst = 4);
        var campaign = Guid.NewGuid();
        var here = host.Services.GetRequiredService<Admission>();
        var (there, keeper) = OtherNode();
        await keeper.StepAsync(Ct);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(Admittance.Accepted, Judge(here, campaign, $"here{i}"));
            Assert.Equal(Admittance.Accepted, Judge(there, campaign, $"there{i}"));
        }

        await host.Services.GetRequiredService<AbuseKeeper>().StepAsync(Ct);
        await keeper.StepAsync(Ct);
        Assert.Equal(Admittance.SetAside, Judge(there, campaign, "there-too-many"));
        await host.LimitAsync();
    }

    private static Admittance Judge(Admission admission, Guid campaign, string name)
    {
        var email = EmailAddress.Parse($"{name}@nodes.example")!;
        return admission.Judge(campaign, email, System.Text.Encoding.ASCII.GetBytes(name.PadRight(16)), IPAddress.Parse("192.0.2.44"));
    }

    private (Admission Admission, AbuseKeeper Keeper) OtherNode()
    {
        var counters = new RateCounters(TimeProvider.System);
        var admission = new Admission(counters);
        return (admission, ActivatorUtilities.CreateInstance<AbuseKeeper>(host.Services, admission, counters));
    }

    private Visitor Visitor(string address)
    {
        var visitor = host.Visitor();
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return visitor;
    }

    private Task<Page> SignAsync(Stage stage, string from, string email) => stage.SignAsync(Visitor(from), "Maxine Kowalski", email);

    private Task<Signature> RowAsync(Stage stage, string email) =>
        host.InDbAsync(stage.Organisation.Id, db => db.Signatures.AsNoTracking().SingleAsync(s => s.CampaignId == stage.Campaign.Id && s.Email == email, Ct));

    /// <summary>Stands behind a proxy it trusts, so that tests can come from anywhere.</summary>
    public sealed class ProxiedHost : TestHost
    {
        protected override Dictionary<string, string?> Settings => new() { ["Site:Proxies:0"] = "0.0.0.0/0", ["Site:Proxies:1"] = "::/0" };
    }
}
