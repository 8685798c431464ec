using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Petitions.Campaigns;
using Platform.Petitions.ShareTexts;
using Platform.Petitions.Signing;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.ShareTexts;

public sealed class ShareTextRuleTests(TestHost host) : IClassFixture<TestHost>
{
    private static readonly DateTimeOffset Now = new(2027, 2, 5, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_set_takes_the_place_of_the_one_before_and_no_number_is_given_twice()
    {
        var campaign = (await Stage.SetAsync(host)).Campaign;
        Assert.True(campaign.OfferShareTexts("en", ["One", "Two"], 10, Now));
        Assert.True(campaign.OfferShareTexts("fr", ["Un"], 12, Now));
        Assert.True(campaign.OfferShareTexts("en", ["Three", "Four"], 20, Now.AddDays(1)));
        Assert.Equal([4, 5], campaign.SharedIn("en").Select(t => t.Number));
        Assert.Equal([3], campaign.SharedIn("fr").Select(t => t.Number));
        Assert.Equal([20L, 20L, null, null, null], campaign.ShareTexts.Select(t => t.Until));
    }

    [Fact]
    public async Task Whoever_keeps_one_ends_the_others()
    {
        var campaign = (await Stage.SetAsync(host)).Campaign;
        campaign.OfferShareTexts("en", ["One", "Two", "Three"], 0, Now);
        Assert.False(campaign.KeepShareText("en", 4, 5, Now));
        Assert.False(campaign.KeepShareText("fr", 2, 5, Now));
        Assert.True(campaign.KeepShareText("en", 2, 5, Now));
        Assert.Equal([2], campaign.SharedIn("en").Select(t => t.Number));
        Assert.False(campaign.KeepShareText("en", 1, 5, Now));
        Assert.True(campaign.KeepShareText("en", null, 6, Now));
        Assert.Empty(campaign.SharedIn("en"));
    }

    [Fact]
    public async Task There_are_never_more_than_sources_can_count()
    {
        var campaign = (await Stage.SetAsync(host)).Campaign;
        Assert.False(campaign.OfferShareTexts("en", ["1", "2", "3", "4", "5"], 0, Now));
        Assert.False(campaign.OfferShareTexts("en", [], 0, Now));
        Assert.All(Enumerable.Range(0, 5), _ => Assert.True(campaign.OfferShareTexts("en", ["1", "2", "3", "4"], 0, Now)));
        Assert.Equal(0, campaign.ShareTextsLeft);
        Assert.False(campaign.OfferShareTexts("en", ["1"], 0, Now));
        var codes = campaign.ShareTexts.SelectMany(t => ShareChannels.All.Select(t.CodeFor)).ToList();
        Assert.Equal(codes, codes.Distinct());
        Assert.All(codes, code => Assert.Equal(code, SignForm.CleanSource(code)));
        Assert.True(codes.Count <= new SigningOptions().MostSources / 2, $"{codes.Count} codes leave too few for others.");
    }

    [Theory]
    [InlineData(CampaignStatus.Draft)]
    [InlineData(CampaignStatus.Closed)]
    [InlineData(CampaignStatus.Suspended)]
    public async Task Nothing_is_offered_of_what_nobody_is_asked_to_sign(CampaignStatus status) =>
        Assert.False((await Stage.SetAsync(host, status)).Campaign.OfferShareTexts("en", ["One"], 0, Now));

    [Theory]
    [InlineData("Look at https://elsewhere.example", "desk.share-text-link")]
    [InlineData("Look at WWW.elsewhere.example", "desk.share-text-link")]
    [InlineData("Same", "desk.share-text-twice")]
    [InlineData("241", "desk.share-text-long?max=240&over=1")]
    [InlineData("@minister, listen to us", null)]
    [InlineData("", null)]
    public void A_text_is_short_and_has_no_link_of_its_own(string second, string? problem)
    {
        var (form, state) = (new ShareTextsForm { Words = ["Same", second == "241" ? new string('é', 241) : second] }, new ModelStateDictionary());
        form.Check(state, 20);
        Assert.Equal(problem, state["Words[1]"]?.Errors[0].ErrorMessage);
        Assert.Equal(Campaign.MostShareTextsAtOnce, form.Words.Count);
    }

    [Fact]
    public void What_is_typed_is_cleaned_as_all_public_words_are()
    {
        var (form, state) = (new ShareTextsForm { Words = [" Sign\u202e\u0007 it,\r\n please ", null, "\u200b", "Now"] }, new ModelStateDictionary());
        form.Check(state, 20);
        Assert.True(state.IsValid);
        Assert.Equal(["Sign it, please", "Now"], form.Written);
    }

    [Fact]
    public void Nothing_at_all_and_more_than_is_left_are_refused()
    {
        var (form, state) = (new ShareTextsForm(), new ModelStateDictionary());
        form.Check(state, 20);
        Assert.Equal("desk.share-text-missing", state["Words[0]"]!.Errors[0].ErrorMessage);
        (form, state) = (new ShareTextsForm { Words = ["One", "Two"] }, new ModelStateDictionary());
        form.Check(state, 1);
        Assert.Equal("desk.share-texts-left?count=1", state[""]!.Errors[0].ErrorMessage);
    }

    [Fact]
    public async Task Turns_go_round_by_number_and_lots_leave_nobody_out()
    {
        var campaign = (await Stage.SetAsync(host)).Campaign;
        Assert.Null(ShareTurn.ByLot([]));
        Assert.Null(ShareTurn.Of([], 7));
        campaign.OfferShareTexts("en", ["One", "Two", "Three"], 0, Now);
        var texts = campaign.SharedIn("en");
        Assert.Equal([2, 3, 1, 2, 3, 1], Enumerable.Range(1, 6).Select(number => ShareTurn.Of(texts, number)!.Number));
        Assert.Equal(3, Enumerable.Range(0, 1000).Select(_ => ShareTurn.ByLot(texts)!.Number).Distinct().Count());
    }
}
