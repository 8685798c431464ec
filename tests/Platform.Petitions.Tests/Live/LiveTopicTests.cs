using System.Text;
using Platform.Petitions.Live;
using Xunit;

namespace Platform.Petitions.Tests.Live;

public sealed class LiveTopicTests
{
    [Fact]
    public void A_slow_reader_finds_the_newest_card_and_no_queue()
    {
        var topic = new LiveTopic();
        var waiting = topic.Next;
        topic.Publish("<p>1</p>");
        topic.Publish("<p>2</p>");
        Assert.True(waiting.IsCompleted);
        Assert.Equal("data: <p>2</p>\n\n", Encoding.UTF8.GetString(topic.Latest.Span));
    }

    [Fact]
    public void The_same_card_wakes_nobody()
    {
        var topic = new LiveTopic();
        topic.Publish("<p>1</p>");
        var waiting = topic.Next;
        topic.Publish("<p>1</p>");
        Assert.False(waiting.IsCompleted);
        Assert.Equal(1, topic.Version);
    }

    [Fact]
    public void Each_line_of_a_card_is_a_line_of_the_event()
    {
        var topic = new LiveTopic();
        topic.Publish("<p>\n\n   one\r\n</p>\n");
        Assert.Equal("data: <p>\ndata: one\ndata: </p>\n\n", Encoding.UTF8.GetString(topic.Latest.Span));
    }
}
