using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Access;
using Platform.Petitions;
using Platform.Petitions.Accounts;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Confirming;
using Platform.Petitions.Drafting;
using Platform.Petitions.Organisations;
using Platform.Petitions.Signatures;
using Platform.Petitions.Webhooks;
using Platform.Testing.Data;
using Platform.Testing.Hosts;

namespace Platform.Web.Tests.Rules;

/// <summary>An organisation with everything that an address can name: campaigns, a confirmed signer, links of every kind.</summary>
public sealed class House
{
    private readonly Dictionary<string, string> tokens = [];

    private House(Stage stage, Campaign draft) => (Stage, Draft) = (stage, draft);

    public Stage Stage { get; }

    public Campaign Draft { get; }

    public Guid DraftLink { get; private set; }

    public Guid Invitation { get; private set; }

    public Guid Webhook { get; private set; }

    /// <summary>A draft; the one that is published has the number 1.</summary>
    public Guid Update { get; private set; }

    /// <summary>A word that stands in this house's campaigns and nowhere else.</summary>
    public string Word => "Word" + Stage.Organisation.Id.ToString("N");

    public static async Task<House> BuildAsync(TestHost host)
    {
        var stage = await Stage.SetAsync(host, with: c => c.ClosesAt = TimeProvider.System.GetUtcNow().AddDays(60));
        await host.JoinAsync(stage.Organiser, stage.Organisation);
        var house = new House(stage, await host.CampaignAsync(stage.Organisation, stage.Organiser, CampaignStatus.Draft));
        await host.InDbAsync(stage.Organisation.Id, db => db.CampaignTexts.ExecuteUpdateAsync(set => set.SetProperty(t => t.Demand, house.Word)));
        await host.ConfirmedSignersAsync(stage.Campaign, 1);
        await host.InScopeAsync(stage.Organisation.Id, house.MakeLinksAsync);
        await host.UpdateAsync(stage.Campaign);
        house.Update = (await host.DraftAsync(stage.Campaign)).Id;
        return house;
    }

    /// <summary>What stands for a parameter, here.</summary>
    public string Value(RoutePattern route, RoutePatternParameterPart parameter)
    {
        var path = route.RawText!.TrimStart('/');
        var isGuid = parameter.ParameterPolicies.Any(policy => policy.Content == "guid");
        return (parameter.Name, path) switch
        {
            ("org", _) => Stage.Organisation.Slug,
            ("token", _) => tokens.FirstOrDefault(token => path.Contains(token.Key, StringComparison.Ordinal)).Value ?? "x",
            ("user", _) => Stage.Organiser.Id.ToString(),
            ("link", _) => DraftLink.ToString(),
            ("endpoint", _) => Webhook.ToString(),
            ("update", _) => Update.ToString(),
            ("language", _) => "en",
            ("key", _) => "privacy",
            ("code", _) => "other",
            ("name", _) => "1200.jpg",
            ("status", _) => "404",
            ("id", var p) when p.Contains("invitations/", StringComparison.Ordinal) => Invitation.ToString(),
            ("id", var p) when p.StartsWith("account/", StringComparison.Ordinal) || p.StartsWith("admin/people/", StringComparison.Ordinal) => Stage.Organiser.Id.ToString(),
            ("id", var p) when p.StartsWith("admin/organisations/", StringComparison.Ordinal) => Stage.Organisation.Id.ToString(),
            ("id", var p) when p.Contains("/edit/", StringComparison.Ordinal) => Draft.Id.ToString(),
            (_, _) when isGuid => Stage.Campaign.Id.ToString(),
            ("slug" or "campaign", _) => Stage.Campaign.Slug,
            _ => "1",
        };
    }

    private async Task<bool> MakeLinksAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<PetitionsDb>();
        var (drafts, invitations, signatures, links) = (
            services.GetRequiredService<DraftLinks>(), services.GetRequiredService<InvitationTokens>(), services.GetRequiredService<SignatureTokens>(), services.GetRequiredService<AccountLinks>());
        var link = drafts.Offer(Draft.Id, 7, needsAccount: false);
        var invitation = new Invitation("guest@house.example", MemberRole.Viewer, Stage.Organiser.Id, invitations, TimeProvider.System.GetUtcNow());
        var webhook = new WebhookEndpoint("https://hooks.invalid/", [], services.GetRequiredService<WebhookSecrets>().Make().Sealed, TimeProvider.System.GetUtcNow());
        db.AddRange(invitation, webhook);
        await db.SaveChangesAsync();
        (DraftLink, Invitation, Webhook) = (link.Id, invitation.Id, webhook.Id);

        var signature = await db.Signatures.SingleAsync(s => s.CampaignId == Stage.Campaign.Id && s.State == SignatureState.Confirmed);
        string Signed(TokenPurpose purpose) => signatures.Make(purpose, signature.Id, signature.Seed);
        tokens["/draft/"] = drafts.TokenOf(link.Id);
        tokens["invitations/"] = invitations.Make(invitation.Id);
        tokens["account/confirm/"] = (await links.ConfirmAsync(Stage.Organiser)).Segments[^1];
        tokens["account/reset/"] = (await links.ResetAsync(Stage.Organiser)).Segments[^1];
        tokens["account/address/"] = (await links.ChangeAddressAsync(Stage.Organiser, "new@house.example")).Segments[^1];
        tokens["}/confirm/"] = Signed(TokenPurpose.Confirm);
        tokens["/mine/"] = Signed(TokenPurpose.Manage);
        tokens["/stop/"] = Signed(TokenPurpose.StopMails);
        tokens["/not-me/"] = Signed(TokenPurpose.Disown);
        return true;
    }
}
