using System.Net;
using Platform.Petitions.Abuse;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Signatures;
using Platform.Petitions.Tests.Abuse;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Challenges;

/// <summary>Signing a campaign under attack, by the lane and by the controller, which a field of no meaning makes look at it.</summary>
public sealed class ProofTests(ChallengedHost host) : IClassFixture<ChallengedHost>
{
    private static readonly (string, string?) ToController = ("Meaningless", "1");

    [Fact]
    public async Task An_ordinary_form_asks_for_nothing()
    {
        var stage = await Stage.SetAsync(host);
        Assert.Null((await host.Visitor().GetAsync(stage.Path)).Html.QuerySelector("[data-proof], [name=Proof]"));
        await stage.SignAsync(host.Visitor(), "Maxine Kowalski", "calm@proof.example");
        Assert.Equal(SignatureState.Pending, await host.StateAsync(stage, "calm@proof.example"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_calculated_signs_as_ever_and_who_did_not_is_set_aside_behind_the_same_page(bool lane)
    {
        var stage = await host.AttackedAsync();
        (string, string?)[] by = lane ? [] : [ToController];
        var with = await stage.SignAsync(host.Visitor(), "Maxine Kowalski", $"with{lane}@proof.example", [("Proof", await ChallengedHost.SolveAsync(host.Visitor(), stage)), .. by]);
        var without = await stage.SignAsync(host.Visitor(), "Maxine Kowalski", $"without{lane}@proof.example", by);
        var forged = await stage.SignAsync(host.Visitor(), "Maxine Kowalski", $"forged{lane}@proof.example", [("Proof", "bm90IG91cnM="), .. by]);

        Assert.Equal(SignatureState.Pending, await host.StateAsync(stage, $"with{lane}@proof.example"));
        Assert.Equal(SignatureState.Quarantined, await host.StateAsync(stage, $"without{lane}@proof.example"));
        Assert.Equal(SignatureState.Quarantined, await host.StateAsync(stage, $"forged{lane}@proof.example"));
        Assert.All([without, forged], page => Assert.Equal((with.Status, with.Address), (page.Status, page.Address)));
        Assert.Equal(with.Text.Replace("with", "", StringComparison.Ordinal), without.Text.Replace("without", "", StringComparison.Ordinal));
        await stage.ConfirmAsync(host.Visitor(), $"without{lane}@proof.example");
        Assert.Equal(0, await stage.CountAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_form_from_before_the_attack_is_shown_again_with_the_calculation_and_all_that_was_typed(bool lane)
    {
        var stage = await host.AttackedAsync();
        (string, string?)[] by = lane ? [] : [ToController];
        var again = await stage.SignAsync(host.Visitor(), "Maxine Kowalski", $"early{lane}@proof.example", [("Proof", null), .. by]);

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.NotNull(again.Html.QuerySelector("#sign [data-proof]"));
        Assert.Equal($"early{lane}@proof.example", again.Html.QuerySelector("#Email")!.GetAttribute("value"));
        await host.Visitor().SubmitAsync(again, "#sign", ("Proof", await ChallengedHost.SolveAsync(host.Visitor(), stage)));
        Assert.Equal(SignatureState.Pending, await host.StateAsync(stage, $"early{lane}@proof.example"));
    }

    [Fact]
    public async Task A_look_before_signing_carries_the_calculation_along()
    {
        var stage = await host.AttackedAsync();
        var visitor = host.Visitor();
        var review = await stage.SignAsync(visitor, "Maxine Kowalski", "review@proof.example", ("Proof", await ChallengedHost.SolveAsync(visitor, stage)), ("Step", "review"));
        await visitor.SubmitAsync(review, "main form");
        Assert.Equal(SignatureState.Pending, await host.StateAsync(stage, "review@proof.example"));
    }

    [Fact]
    public async Task One_solution_is_good_for_one_mailbox_whichever_node_it_comes_to()
    {
        var stage = await host.AttackedAsync();
        await using var other = new SecondNode(host);
        await other.InitializeAsync();
        var form = await ChallengedHost.UntilAsync(other.Visitor(), stage.Path + "/sign", asks: true);
        var proof = await ChallengedHost.SolveAsync(host.Visitor(), stage);

        await stage.SignAsync(host.Visitor(), "Maxine Kowalski", "first@proof.example", ("Proof", proof));
        await other.Visitor().SubmitAsync(form, "#sign", ("Name", "Maxine Kowalski"), ("Email", "second@proof.example"), ("Proof", proof));
        await stage.SignAsync(host.Visitor(), "Maxine Kowalski", "third@proof.example", ("Proof", proof));
        Assert.Equal(SignatureState.Pending, await host.StateAsync(stage, "first@proof.example"));
        Assert.Equal(SignatureState.Quarantined, await host.StateAsync(stage, "second@proof.example"));
        Assert.Equal(SignatureState.Quarantined, await host.StateAsync(stage, "third@proof.example"));
    }

    [Fact]
    public async Task Twenty_who_use_one_solution_at_once_are_one_who_signs()
    {
        var stage = await host.AttackedAsync();
        var form = await host.FormAsync(stage, asks: true);
        var proof = await ChallengedHost.SolveAsync(host.Visitor(), stage);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => host.Visitor().SubmitAsync(form, "#sign", ("Name", "Maxine Kowalski"), ("Email", $"many{i}@proof.example"), ("Proof", proof))));

        var states = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => host.StateAsync(stage, $"many{i}@proof.example")));
        Assert.Single(states, s => s == SignatureState.Pending);
        Assert.Equal(19, states.Count(s => s == SignatureState.Quarantined));
    }

    [Fact]
    public async Task Who_is_on_the_list_of_those_who_pass_needs_no_calculation()
    {
        var stage = await host.AttackedAsync();
        await host.InDbAsync(null, db =>
        {
            db.Add(new ListEntry { Kind = ListKind.Network, Pattern = "198.51.100.77/32", Allow = true });
            return db.SaveChangesAsync();
        });
        await host.LimitAsync();
        await stage.SignAsync(host.From("198.51.100.77"), "Maxine Kowalski", "welcome@proof.example");
        Assert.Equal(SignatureState.Pending, await host.StateAsync(stage, "welcome@proof.example"));
    }

    [Fact]
    public async Task A_challenge_is_each_time_another_never_kept_and_only_for_what_can_be_signed()
    {
        var stage = await Stage.SetAsync(host);
        using var first = await host.Visitor().RawAsync(stage.Path + "/challenge");
        using var second = await host.Visitor().RawAsync(stage.Path + "/challenge");
        Assert.True(first.Headers.CacheControl!.NoStore);
        Assert.NotEqual(await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var closed = await Stage.SetAsync(host, CampaignStatus.Closed);
        using var none = await host.Visitor().RawAsync(closed.Path + "/challenge");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }
}
