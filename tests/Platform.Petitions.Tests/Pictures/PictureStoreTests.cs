using System.Net;
using NetVips;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Pictures;

/// <summary>The platform on a store that speaks S3, and what people see while it is away.</summary>
public sealed class PictureStoreTests(PictureStoreTests.StoreHost host) : IClassFixture<PictureStoreTests.StoreHost>
{
    [Fact]
    public async Task While_the_store_is_away_nothing_typed_is_lost_and_the_picture_is_asked_for_again()
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Draft);
        var (editor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        using var black = Image.Black(800, 600, bands: 3);
        var (step, photo) = ($"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/edit/picture", black.JpegsaveBuffer());

        // Nothing of it is seen by other tests: the store is this host's own.
        host.Store.Refuses = 503;
        var page = await editor.UploadAsync(await editor.GetAsync(step), "#step", ("Picture", "a.jpg", "image/jpeg", photo), ("Alt", "A house at night"), ("go", "next"));
        Assert.Contains("We could not keep the picture just now", page.One("#Picture-error"), StringComparison.Ordinal);
        Assert.Equal("A house at night", (await editor.GetAsync(step)).Html.QuerySelector("#Alt")!.GetAttribute("value"));

        host.Store.Refuses = null;
        page = await editor.UploadAsync(page, "#step", ("Picture", "a.jpg", "image/jpeg", photo), ("go", "next"));
        Assert.EndsWith("/edit/details", page.Address.AbsolutePath, StringComparison.Ordinal);
        var address = (await editor.GetAsync(step)).Html.QuerySelector(".focus img")!.GetAttribute("src")!;
        using var shown = await editor.RawAsync(address);
        Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (shown.StatusCode, shown.Content.Headers.ContentType!.MediaType));
        Assert.Contains(host.Store.Objects.Keys, key => key.EndsWith("/1200.jpg", StringComparison.Ordinal));

        host.Store.Refuses = 500;
        using var away = await editor.RawAsync(address);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.NotNull(away.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync(step)).Status);
        host.Store.Refuses = null;
    }

    public sealed class StoreHost : TestHost
    {
        public FakeS3 Store { get; } = new();

        protected override Dictionary<string, string?> Settings => new()
        {
            ["Blobs:S3:Bucket"] = FakeS3.Bucket,
            ["Blobs:S3:Endpoint"] = Store.Url.AbsoluteUri,
            ["Blobs:S3:AccessKey"] = "the-key",
            ["Blobs:S3:SecretKey"] = "the-secret",
        };

        public override async ValueTask InitializeAsync()
        {
            await Store.StartAsync();
            await base.InitializeAsync();
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await Store.DisposeAsync();
        }
    }
}
