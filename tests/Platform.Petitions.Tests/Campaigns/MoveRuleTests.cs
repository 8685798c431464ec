using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Xunit;

namespace Platform.Petitions.Tests.Campaigns;

/// <summary>Every move from every state by everybody: what the table allows happens, everything else changes nothing.</summary>
public sealed class MoveRuleTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    public static TheoryData<CampaignMove> Moves => [.. Enum.GetValues<CampaignMove>()];

    [Theory]
    [MemberData(nameof(Moves))]
    public void A_move_is_made_from_its_states_by_its_people_and_by_nobody_else(CampaignMove move)
    {
        var expected = ExpectedMove.All.Single(m => m.Move == move);
        foreach (var from in Enum.GetValues<CampaignStatus>())
        {
            foreach (var by in OnlyOrganisersMake(move) ? [MoveActor.Organiser] : Enum.GetValues<MoveActor>())
            {
                var campaign = CampaignData.Entity(from, Now);
                var refusal = expected.Try(campaign, by, Now);

                var allowed = expected.Allows(from, by);
                Assert.True(allowed == (refusal == MoveRefusal.None), $"{move} from {from} by {by}: {refusal}");
                Assert.Equal(allowed ? expected.To : from, campaign.Status);
                Assert.Equal(allowed, MoveRule.Of(move).Allows(from, by));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Moves))]
    public void Whatever_moves_is_no_longer_claimed_or_marked(CampaignMove move)
    {
        var expected = ExpectedMove.All.Single(m => m.Move == move);
        var campaign = CampaignData.Entity(expected.From[0], Now);
        campaign.Claim(Guid.NewGuid(), Now);
        campaign.Put(ReviewMark.Flagged);

        expected.Try(campaign, expected.By[0], Now);

        Assert.Equal((null, null, ReviewMark.None), (campaign.ClaimedBy, campaign.ClaimedAt, campaign.Mark));
    }

    [Fact]
    public void A_campaign_is_not_published_while_its_organiser_has_no_confirmed_address()
    {
        var campaign = CampaignData.Entity(CampaignStatus.Submitted, Now);
        Assert.Equal(MoveRefusal.OrganiserUnconfirmed, campaign.Publish(MoveActor.Moderator, null, organiserConfirmed: false, reviewed: true, Now));
        Assert.Equal(CampaignStatus.Submitted, campaign.Status);
    }

    [Fact]
    public void Putting_it_away_needs_an_outcome_unless_it_was_withdrawn()
    {
        var silent = CampaignData.Entity(CampaignStatus.Published, Now);
        silent.Close(MoveActor.Clock, ClosingReason.Time, null, Now);
        Assert.Equal(MoveRefusal.NoOutcome, silent.Archive(MoveActor.Organiser));
        Assert.Equal(MoveRefusal.None, silent.Declare(Outcome.NoAnswer, "Nobody answered.", Now));
        Assert.Equal(MoveRefusal.None, silent.Archive(MoveActor.Organiser));

        var withdrawn = CampaignData.Entity(CampaignStatus.Published, Now);
        withdrawn.Close(MoveActor.Organiser, ClosingReason.Withdrawn, "We no longer ask.", Now);
        Assert.Equal(MoveRefusal.None, withdrawn.Archive(MoveActor.Organiser));
    }

    [Fact]
    public void An_outcome_belongs_to_a_campaign_that_has_ended_and_goes_when_it_opens_again()
    {
        var open = CampaignData.Entity(CampaignStatus.Published, Now);
        Assert.Equal(MoveRefusal.NotFromHere, open.Declare(Outcome.Achieved, "Too early.", Now));

        var won = CampaignData.Entity(CampaignStatus.Closed, Now);
        Assert.Equal(Outcome.Achieved, won.Outcome);
        won.Reopen(MoveActor.Admin, Now.AddDays(9));
        Assert.Null(won.Outcome);
    }

    [Theory]
    [InlineData("title", MoveRefusal.NoTitle)]
    [InlineData("demand", MoveRefusal.NoDemand)]
    [InlineData("body", MoveRefusal.NoBody)]
    [InlineData("asked", MoveRefusal.NoDecisionMaker)]
    [InlineData("end", MoveRefusal.NoClosingDate)]
    [InlineData("past", MoveRefusal.ClosesInThePast)]
    [InlineData("far", MoveRefusal.ClosesTooLate)]
    [InlineData("order", MoveRefusal.ClosesBeforeOpening)]
    [InlineData("alt", MoveRefusal.NoPictureText)]
    public void What_is_incomplete_stays_with_its_organiser(string missing, MoveRefusal expected)
    {
        var campaign = CampaignData.Entity(CampaignStatus.Draft, Now, spec =>
        {
            spec.Title = missing == "title" ? " " : spec.Title;
            spec.Demand = missing == "demand" ? "" : spec.Demand;
            spec.Body = missing == "body" ? "" : spec.Body;
            spec.ClosesAt = missing switch { "end" => null, "past" => Now, "far" => Now.AddYears(2).AddDays(1), _ => spec.ClosesAt };
            spec.OpensAt = missing == "order" ? spec.ClosesAt : null;
        });
        campaign.AskOf(missing == "asked" ? [] : campaign.DecisionMakers.ToList());
        campaign.Show(missing == "alt" ? Guid.NewGuid() : null, null);

        Assert.Equal(expected, campaign.Submit(MoveActor.Organiser, Now));
        Assert.Equal(expected, campaign.Gather(Now));
        Assert.Equal(CampaignStatus.Draft, campaign.Status);
    }

    private static bool OnlyOrganisersMake(CampaignMove move) => move is CampaignMove.Gather or CampaignMove.TakeBack;
}
