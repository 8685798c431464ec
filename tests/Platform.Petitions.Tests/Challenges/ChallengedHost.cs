using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions.Challenges;
using Platform.Petitions.Signatures;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Platform.Testing.Time;

namespace Platform.Petitions.Tests.Challenges;

/// <summary>A platform whose calculations are quick, behind a proxy it trusts.</summary>
public class ChallengedHost : TestHost
{
    protected override Dictionary<string, string?> Settings => new() { ["Challenges:Cost"] = "3", ["Site:Proxies:0"] = "0.0.0.0/0", ["Site:Proxies:1"] = "::/0" };

    /// <summary>A campaign whose form asks for the calculation already.</summary>
    public async Task<Stage> AttackedAsync()
    {
        var stage = await Stage.SetAsync(this);
        await Services.GetRequiredService<ChallengeCampaigns>().RunAsync([stage.Campaign.Id], ChallengeCampaigns.AfterBurst, CancellationToken.None);
        await FormAsync(stage, asks: true);
        return stage;
    }

    /// <summary>The form once it asks for a calculation, or does not: campaigns are kept in memory for some seconds.</summary>
    public Task<Page> FormAsync(Stage stage, bool asks) => UntilAsync(Visitor(), stage.Path + "/sign", asks);

    /// <param name="within">Where a limit is promised.</param>
    public static Task<Page> UntilAsync(Visitor visitor, string path, bool asks, TimeSpan? within = null) => Until.SeenAsync(
        () => visitor.GetAsync(path), page => page.Html.QuerySelector("#sign [data-proof]") is not null == asks, $"{path} asks for {(asks ? "a" : "no")} calculation", page => page.Text, within);

    /// <summary>What a browser finds for a campaign's form.</summary>
    public static async Task<string> SolveAsync(Visitor visitor, Stage stage)
    {
        using var answer = await visitor.RawAsync(stage.Path + "/challenge");
        return Solver.Solve(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
    }

    public Visitor From(string address)
    {
        var visitor = Visitor();
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return visitor;
    }

    public Task<SignatureState> StateAsync(Stage stage, string email) =>
        InDbAsync(stage.Organisation.Id, db => db.Signatures.Where(s => s.CampaignId == stage.Campaign.Id && s.Email == email).Select(s => s.State).SingleAsync());
}
