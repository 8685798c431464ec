using System.Net;
using System.Net.Sockets;
using Platform.Browser.Tests.Browsing;
using Platform.Testing.Hosts;
using Xunit;

[assembly: AssemblyFixture(typeof(Site))]

namespace Platform.Browser.Tests.Browsing;

/// <summary>The whole platform with its demo content on a real port, and the browser that visits it. One of each for all tests.</summary>
public sealed class Site : TestHost
{
    public Site()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Address = new Uri($"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}");
        listener.Stop();
        UseKestrel(Address.Port);
    }

    public override Uri Address { get; }

    public override bool ByTheClock => true;

    public Chromium Browser { get; private set; } = null!;

    protected override Dictionary<string, string?> Settings => new()
    {
        ["Site:BaseUrl"] = Address.GetLeftPart(UriPartial.Authority),
        ["Demo:Enabled"] = "true",

        // Everybody here sits behind one address, and looks again at once.
        ["Accounts:PerNetwork"] = "100000",
        ["Pages:Freshness"] = "00:00:00",
        ["Pages:Longest"] = "00:00:00",
        ["Pages:Lists"] = "00:00:00",
        ["Pages:Searches"] = "00:00:00",
        ["Pages:Patience"] = "00:01:00",

        // Files as they are built, compressed; a development host would send them as they lie in the folder.
        ["ReloadStaticAssetsAtRuntime"] = "false",

        // Long enough to press undo on a busy machine, short enough to wait for the mail.
        ["Review:Undo"] = "00:00:15",
    };

    public override async ValueTask InitializeAsync()
    {
        var browser = Chromium.StartAsync();
        await base.InitializeAsync();
        Browser = await browser;
    }

    public override async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Open() => StartServer();
}
