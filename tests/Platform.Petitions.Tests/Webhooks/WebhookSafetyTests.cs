using System.Net;
using Platform.Petitions.Webhooks;
using Xunit;

namespace Platform.Petitions.Tests.Webhooks;

public sealed class WebhookSafetyTests
{
    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.20.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("93.184.215.14", true)]
    [InlineData("::ffff:93.184.215.14", true)]
    [InlineData("2606:2800:21f::1", true)]
    public void Only_addresses_out_in_the_world_are_public(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://hooks.example.org/x?y=1", true)]
    [InlineData("http://hooks.example.org/x", false)]
    [InlineData("https://user:word@hooks.example.org/", false)]
    [InlineData("/hook", false)]
    [InlineData(null, false)]
    public void Only_https_is_taken_outside_development(string? url, bool allowed) => Assert.Equal(allowed, new WebhookOptions().Allows(url));

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    [InlineData("0x7f000001")]
    public async Task Nothing_reaches_this_machine_by_any_of_its_names(string host)
    {
        await using var receiver = new Receiver();
        await receiver.StartAsync();
        using var post = new WebhookPost(new WebhookOptions());
        var answer = await post.SendAsync($"http://{host}:{new Uri(receiver.Url).Port}/hook", "msg_1", 1, "v1,x", "{}", CancellationToken.None);
        Assert.Equal((null, "This address is not public"), (answer.Status, answer.Error));
        Assert.Empty(receiver.Messages);
    }

    [Fact]
    public void A_message_is_signed_as_the_standard_s_own_example_is()
    {
        var secret = Convert.FromBase64String("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        Assert.Equal(
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            WebhookSecrets.Sign(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"));
    }
}
