using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Live;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Petitions.Tests.Live;

public sealed class LiveStreamTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_open_page_hears_of_a_signature_and_of_a_withdrawal()
    {
        var stage = await Stage.SetAsync(host);
        using var stream = await Follower.OpenAsync(host, stage.Path + "/live?lang=en");
        await stream.NextAsync(count: 0);

        var visitor = host.Visitor();
        await stage.SignAsync(visitor, "Maxine Kowalski", "maxine@live.example", ("ShowName", "true"));
        await stage.ConfirmAsync(visitor, "maxine@live.example");
        var card = await stream.NextAsync(count: 1);
        Assert.Contains("Maxine K.", card, StringComparison.Ordinal);

        var mine = (await host.Mail.WaitAsync("maxine@live.example", "You are")).Links.First(l => l.AbsolutePath.Contains("/mine/", StringComparison.Ordinal));
        await visitor.SubmitAsync(await visitor.GetAsync(mine.PathAndQuery), "form[action$=withdrawn]");
        await stream.NextAsync(count: 0);
    }

    [Fact]
    public async Task Who_asked_not_to_be_shown_is_in_no_event()
    {
        var stage = await Stage.SetAsync(host);
        await host.ConfirmedSignersAsync(stage.Campaign, 3, new SignerSpec { Name = "Zebedee Hidden", ShowName = false });
        using var stream = await Follower.OpenAsync(host, stage.Path + "/live");
        var card = await stream.NextAsync();
        Assert.Contains("<span>3</span>", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Zebedee", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_speaks_the_language_of_its_page()
    {
        var stage = await Stage.SetAsync(host);
        await host.ConfirmedSignersAsync(stage.Campaign, 12);
        using var stream = await Follower.OpenAsync(host, stage.Path + "/live?lang=fa");
        Assert.Contains("<span>۱۲</span>", await stream.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_on_another_node_hears_it_too()
    {
        var stage = await Stage.SetAsync(host);
        await using var other = new SecondNode(host);
        await other.InitializeAsync();
        var visitor = other.Visitor();
        Assert.Contains("data-count", (await visitor.GetAsync(stage.Path)).Source, StringComparison.Ordinal);
        using var stream = await Follower.OpenAsync(other, stage.Path + "/live");
        await stream.NextAsync();

        await stage.SignAsync(host.Visitor(), "Adam Baker", "adam@live.example");
        await stage.ConfirmAsync(host.Visitor(), "adam@live.example");
        await stream.NextAsync(count: 1);

        // A page is made once a second at most, so the copy of this second may still be shown.
        await Until.SeenAsync(() => visitor.GetAsync(stage.Path), page => page.One(".count > span") == "1", "the page on the other node shows the count", page => page.Text);
    }

    [Theory]
    [InlineData(CampaignStatus.Closed)]
    [InlineData(CampaignStatus.Draft)]
    public async Task Where_nobody_can_sign_there_is_nothing_to_follow(CampaignStatus status)
    {
        var stage = await Stage.SetAsync(host, status);
        Assert.Equal(HttpStatusCode.NoContent, (await host.Visitor().RawAsync(stage.Path + "/live")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visitor().RawAsync(stage.Path + "/card")).StatusCode);
    }

    [Fact]
    public async Task Where_events_fail_the_card_can_be_asked_for()
    {
        var stage = await Stage.SetAsync(host);
        await host.ConfirmedSignersAsync(stage.Campaign, 2);
        var card = await host.Visitor().GetAsync(stage.Path + "/card?lang=en");
        Assert.Equal("2", card.One("[data-count] > span"));
        Assert.True(card.Response.Headers.CacheControl!.Public);
        Assert.DoesNotContain("<html", card.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_node_sends_pages_to_ask_instead_and_a_stopping_one_lets_its_readers_go()
    {
        var stage = await Stage.SetAsync(host);
        await using var small = new SmallNode(host);
        await small.InitializeAsync();
        using var stream = await Follower.OpenAsync(small, stage.Path + "/live");
        await stream.NextAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await small.Visitor().RawAsync(stage.Path + "/live")).StatusCode);
        Assert.Equal(1, small.Services.GetRequiredService<LiveHub>().Readers);

        small.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        Assert.Equal("", await stream.NextAsync());
    }

    private sealed class SmallNode(TestHost first) : SecondNode(first)
    {
        protected override Dictionary<string, string?> Settings => new(base.Settings) { ["Live:MostStreams"] = "1" };
    }

    /// <summary>A browser that keeps an event stream open.</summary>
    private sealed class Follower(HttpResponseMessage response, StreamReader reader) : IDisposable
    {
        public static async Task<Follower> OpenAsync(TestHost host, string address)
        {
            var response = await host.Visitor().Http.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Ct);
            Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
            Assert.Contains("no-store", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            return new Follower(response, new StreamReader(await response.Content.ReadAsStreamAsync(Ct), Encoding.UTF8));
        }

        /// <summary>The HTML of the next event; empty when the stream ended.</summary>
        public async Task<string> NextAsync()
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
            limit.CancelAfter(Until.Patience);
            var card = new StringBuilder();
            while (await reader.ReadLineAsync(limit.Token) is { } line)
            {
                if (line.StartsWith("data: ", StringComparison.Ordinal))
                {
                    card.AppendLine(line["data: ".Length..]);
                }
                else if (line.Length == 0 && card.Length > 0)
                {
                    break;
                }
            }

            return card.ToString();
        }

        /// <summary>The first event that shows a count: those before it may tell of something else.</summary>
        public async Task<string> NextAsync(int count)
        {
            while (await NextAsync() is { Length: > 0 } card)
            {
                if (card.Contains($"<span>{count}</span>", StringComparison.Ordinal))
                {
                    return card;
                }
            }

            throw new InvalidOperationException($"The stream ended before it showed {count}.");
        }

        public void Dispose()
        {
            reader.Dispose();
            response.Dispose();
        }
    }
}
