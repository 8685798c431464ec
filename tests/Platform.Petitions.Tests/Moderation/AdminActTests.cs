using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Access;
using Platform.Petitions.Abuse;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Moderation;
using Platform.Petitions.Signatures;
using Platform.Petitions.Signing;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Moderation;

/// <summary>Walks every act of staff there is in the code, and looks for its line in the audit log.</summary>
public sealed partial class AdminActTests(PatientWorld world) : IClassFixture<PatientWorld>
{
    public static TheoryData<string> Acts => new(
        from controller in typeof(PetitionsModule).Assembly.GetTypes()
        where controller.GetCustomAttribute<AdminPageAttribute>() is not null
        from method in controller.GetMethods()
        from post in method.GetCustomAttributes<HttpPostAttribute>()
        select Shape().Replace(controller.GetCustomAttribute<RouteAttribute>()?.Template + post.Template, "{$1}"));

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Each_act_of_staff_is_one_line_of_the_audit_log(string act)
    {
        var (address, fields) = await ProperAsync(act);
        var before = await CountAsync();
        var page = await world.Admin.PostDirectlyAsync(address, fields);

        Assert.True((int)page.Status < 400, $"{act} answered {page.Status}: {page.One(".notice--danger, .errors")}");
        Assert.Equal(before + 1, await CountAsync());
        var line = await world.LastActAsync();
        Assert.Equal((world.AdminUser.Id, "Ada Admin"), (line.Actor, line.ActorName));
        Assert.DoesNotContain("@", line.Detail ?? "", StringComparison.Ordinal);
    }

    /// <summary>A post that does what the act is for.</summary>
    private async Task<(string Address, (string, string)[] Fields)> ProperAsync(string act)
    {
        switch (act)
        {
            case "/admin/decisions/{id}":
                return (act.Of(await CampaignAsync(CampaignStatus.Submitted)), [("Move", "Publish")]);
            case "/admin/decisions/{id}/undo":
                return await DecidedAsync();
            case "/admin/claims/{id}":
                return (act.Of(await CampaignAsync(CampaignStatus.Submitted)), []);
            case "/admin/claims/{id}/release":
                var held = await CampaignAsync(CampaignStatus.Submitted);
                await world.Admin.PostDirectlyAsync($"/admin/claims/{held}");
                return (act.Of(held), []);
            case "/admin/campaigns/{id}/mark":
                return (act.Of(await CampaignAsync(CampaignStatus.Submitted)), [("mark", "Parked")]);
            case "/admin/campaigns/{id}/visibility":
                return (act.Of(await CampaignAsync(CampaignStatus.Rejected)), [("hide", "true")]);
            case "/admin/campaigns/{id}/notes" or "/admin/campaigns/{id}/public-note":
                return (act.Of(await CampaignAsync(CampaignStatus.Published)), [("text", "Looked at it.")]);
            case "/admin/campaigns/{id}/tags":
                return (act.Of(await CampaignAsync(CampaignStatus.Published)), [("tags", "ferry, harbour")]);
            case "/admin/campaigns/{id}/wording":
                return (act.Of(await CampaignAsync(CampaignStatus.Submitted)), [("Title", "Better"), ("Demand", "Better"), ("Body", "Better")]);
            case "/admin/campaigns/{id}/signer-reasons/{signature}":
                return (act.Of(await SignatureAsync(SignatureState.Confirmed)), [("hidden", "true")]);
            case "/admin/campaigns/{id}/updates/{update}":
                return await UpdatedAsync(act);
            case "/admin/campaigns/{id}/share-texts/{number}":
                var shared = (await Stage.SetAsync(world)).Campaign;
                await world.OfferShareTextsAsync(shared, "Help him stay");
                return ($"/admin/campaigns/{shared.Id}/share-texts/1", [("because", "It names a private person.")]);
            case "/admin/corrections/{id}/{language}/{version}/approve" or "/admin/corrections/{id}/{language}/{version}/refuse":
                var (corrected, seen) = await CorrectedAsync();
                return (act.Replace("{id}/{language}/{version}", $"{corrected}/en/2", StringComparison.Ordinal), [("reason", "Not like this."), ("seen", seen)]);
            case "/admin/reports/{campaign}/handled":
                return (act.Of(await CampaignAsync(CampaignStatus.Published)), []);
            case "/admin/reasons":
                return (act, [("Code", "made-for-this"), ("Wording", "Made for this.")]);
            case "/admin/reasons/{code}":
                return ("/admin/reasons/other", [("Code", "other"), ("Wording", "It does not follow the rules.")]);
            case "/admin/reasons/{code}/retire":
                return ("/admin/reasons/unclear-demand/retire", [("retired", "true")]);
            case "/admin/reasons/{code}/delete":
                return ("/admin/reasons/wrong-decision-maker/delete", []);
            case "/admin/pages/{key}/{language}":
                return ("/admin/pages/rules/en", [("Title", "Rules"), ("Body", "Be kind.")]);
            case "/admin/people/{id}/role":
                return (act.Of((await world.UserAsync()).Id), [("role", "Moderator")]);
            case "/admin/people/{id}/suspend":
                return (act.Of((await world.UserAsync()).Id), [("suspended", "true")]);
            case "/admin/organisations/{id}/suspend":
                return (act.Of((await world.OrganisationAsync()).Id), [("suspended", "true")]);
            case "/admin/settings":
                return (act, [("Banner", "")]);
            case "/admin/abuse":
                return (act, [("BurstMinutes", "10")]);
            case "/admin/abuse/lists":
                return (act, [("Networks", "block 203.0.113.0/24"), ("Domains", "block **.example.net")]);
            case "/admin/abuse/lists/mailboxes":
                return (act, [("Email", "somebody@example.net")]);
            case "/admin/abuse/lists/mailboxes/{id}/remove":
                return (act.Replace("{id}", $"{await ListedMailboxAsync()}", StringComparison.Ordinal), []);
            case "/admin/abuse/challenges":
                return (act, [("Reference", $"{(await Stage.SetAsync(world)).Campaign.Reference}"), ("Hours", "2")]);
            case "/admin/abuse/challenges/{campaign}/end":
                return (act.Of(await CampaignAsync(CampaignStatus.Published)), []);
            case "/admin/signatures/{campaign}/{id}/remove" or "/admin/signatures/{campaign}/{id}/stop-mails":
                return (act.Of(await SignatureAsync(SignatureState.Confirmed)), []);
            case "/admin/signatures/{campaign}/{id}/restore":
                return (act.Of(await SignatureAsync(SignatureState.Quarantined)), []);
            case "/admin/signatures/mails-again":
                return (act, [("email", await StoppedAsync())]);
            case "/admin/signatures/restore":
                return (act, [("Campaign", $"{(await SignatureAsync(SignatureState.Quarantined)).Campaign.Reference}")]);
            default:
                throw new InvalidOperationException($"Say here what a proper post to {act} is.");
        }
    }

    private async Task<Guid> CampaignAsync(CampaignStatus status) => (await Stage.SetAsync(world, status)).Campaign.Id;

    private async Task<(string, (string, string)[])> DecidedAsync()
    {
        var id = await CampaignAsync(CampaignStatus.Submitted);
        var page = await world.Admin.PostDirectlyAsync($"/admin/decisions/{id}", ("Move", "Publish"));
        return ($"/admin/decisions/{id}/undo", [("ticket", page.Html.QuerySelector("[name=ticket]")!.GetAttribute("value")!)]);
    }

    private async Task<(Campaign Campaign, Guid Signature)> SignatureAsync(SignatureState state)
    {
        var stage = await Stage.SetAsync(world);
        await world.ConfirmedSignersAsync(stage.Campaign, 1, new SignerSpec { Reason = "Because.", State = state });
        await world.InDbAsync(stage.Organisation.Id, db => db.Signatures.ExecuteUpdateAsync(set => set.SetProperty(s => s.WantsUpdates, true)));
        return (stage.Campaign, await world.InDbAsync(stage.Organisation.Id, db => db.Signatures.Select(s => s.Id).SingleAsync()));
    }

    private async Task<(string, (string, string)[])> UpdatedAsync(string act)
    {
        var stage = await Stage.SetAsync(world);
        var update = await world.UpdateAsync(stage.Campaign);
        return (act.Of(stage.Campaign.Id).Replace("{update}", $"{update.Id}", StringComparison.Ordinal), [("hidden", "true"), ("because", "It names a private person.")]);
    }

    private async Task<string> StoppedAsync()
    {
        var fingerprint = world.Services.GetRequiredService<Fingerprints>().Of(EmailAddress.Parse("stopped@mail.example")!);
        await world.InDbAsync(null, db => db.Database.ExecuteSqlAsync($"insert into petitions.mail_suppressions (fingerprint, cause) values ({fingerprint}, 1) on conflict do nothing"));
        return "stopped@mail.example";
    }

    private Task<long> ListedMailboxAsync() => world.InDbAsync(null, async db =>
    {
        var entry = new ListEntry { Kind = ListKind.Mailbox, Allow = false, Pattern = "n…@example.net", Fingerprint = [1, 2, 3] };
        db.Add(entry);
        await db.SaveChangesAsync();
        return entry.Id;
    });

    private async Task<(Guid Id, string Seen)> CorrectedAsync()
    {
        var stage = await Stage.SetAsync(world);
        return await world.InDbAsync(stage.Organisation.Id, async db =>
        {
            var campaign = await db.Campaigns.Include(c => c.Texts).SingleAsync();
            var text = campaign.Write("en", "Bring Kavoos home", "Reopen his case.", "Eleven years.", stage.Organiser.Id, TimeProvider.System.GetUtcNow());
            await db.SaveChangesAsync();
            return (campaign.Id, CorrectionView.SeenOf(text));
        });
    }

    private Task<int> CountAsync() => world.InDbAsync(null, db => db.Audit.CountAsync());

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Shape();
}

internal static class ActAddresses
{
    public static string Of(this string act, (Campaign Campaign, Guid Signature) signature) => act
        .Replace("{signature}", $"{signature.Signature}", StringComparison.Ordinal)
        .Replace("signatures/{campaign}/{id}", $"signatures/{signature.Campaign.Id}/{signature.Signature}", StringComparison.Ordinal)
        .Of(signature.Campaign.Id);

    public static string Of(this string act, Guid id) => act.Replace("{id}", $"{id}", StringComparison.Ordinal).Replace("{campaign}", $"{id}", StringComparison.Ordinal);
}
