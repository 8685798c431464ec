using Platform.Core.Tenancy;
using Platform.Core.Text;
using Xunit;

namespace Platform.Web.Tests.Core.Tenancy;

public sealed class TenantMatcherTests
{
    private static readonly TenantMatcher Matcher = new(
        new TenancyOptions { BaseUrl = "https://undersigned.example", Domain = "petitions.example", Hosts = ["www.undersigned.example"] }, Slug.IsReserved);

    [Theory]
    [InlineData("undersigned.example", "/")]
    [InlineData("undersigned.example", "")]
    [InlineData("UNDERSIGNED.example", "/")]
    [InlineData("undersigned.example.", "/")]
    [InlineData("www.undersigned.example", "/search")]
    [InlineData("undersigned.example", "/admin/queue")]
    [InlineData("undersigned.example", "/Admin")]
    [InlineData("undersigned.example", "/account/sign-in")]
    [InlineData("undersigned.example", "/robots.txt")]
    [InlineData("undersigned.example", "/css/site.css")]
    [InlineData("undersigned.example", "/favicon.ico")]
    public void The_platform_s_own_pages_have_no_tenant(string host, string path) => Assert.IsType<TenantMatch.Platform>(Matcher.Match(host, path));

    [Theory]
    [InlineData("undersigned.example", "/friends", "friends")]
    [InlineData("undersigned.example", "/friends/", "friends")]
    [InlineData("undersigned.example", "/Friends/let-him-stay", "friends")]
    [InlineData("undersigned.example", "/friends/desk/campaigns", "friends")]
    [InlineData("www.undersigned.example", "/friends", "friends")]
    [InlineData("undersigned.example", "friends/x", "friends")]
    [InlineData("undersigned.example", "/administration", "administration")]
    public void On_the_platform_s_host_the_first_part_of_the_path_names_the_tenant(string host, string path, string slug) =>
        Assert.Equal(new TenantMatch.BySlug(slug, OwnHost: false), Matcher.Match(host, path));

    [Theory]
    [InlineData("friends.petitions.example", "/")]
    [InlineData("friends.petitions.example", "/other/let-him-stay")]
    [InlineData("FRIENDS.Petitions.Example", "/let-him-stay")]
    [InlineData("friends.petitions.example.", "/")]
    [InlineData("friends.petitions.example", "/account/sign-in")]
    public void A_name_below_the_platform_s_domain_is_the_tenant_whatever_the_path_says(string host, string path) =>
        Assert.Equal(new TenantMatch.BySlug("friends", OwnHost: true), Matcher.Match(host, path));

    [Theory]
    [InlineData("petitions.example", "petitions.example")]
    [InlineData("sign.friends.example", "sign.friends.example")]
    [InlineData("a.b.petitions.example", "a.b.petitions.example")]
    [InlineData("admin.petitions.example", "admin.petitions.example")]
    [InlineData("evilpetitions.example", "evilpetitions.example")]
    [InlineData("undersigned.example.evil.example", "undersigned.example.evil.example")]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("", "")]
    public void Any_other_host_is_looked_up_as_somebody_s_own_domain(string host, string domain) =>
        Assert.Equal(new TenantMatch.ByDomain(domain), Matcher.Match(host, "/friends"));

    [Theory]
    [InlineData("10.0.0.7")]
    [InlineData("friends.petitions.example")]
    [InlineData("undersigned.example")]
    public void Health_answers_under_every_name(string host) => Assert.IsType<TenantMatch.Platform>(Matcher.Match(host, "/health/ready"));

    [Fact]
    public void Without_a_domain_nobody_has_a_name_below_it() => Assert.Equal(
        new TenantMatch.ByDomain("friends.petitions.example"),
        new TenantMatcher(new TenancyOptions { BaseUrl = "https://undersigned.example" }, Slug.IsReserved).Match("friends.petitions.example", "/"));

    [Theory]
    [InlineData("/", "/friends")]
    [InlineData("/let-him-stay", "/friends/let-him-stay")]
    [InlineData("/other/let-him-stay", "/friends/other/let-him-stay")]
    [InlineData("/desk2", "/friends/desk2")]
    [InlineData("/css/site.css", "/css/site.css")]
    [InlineData("/robots.txt", "/robots.txt")]
    [InlineData("/account/sign-in", "/account/sign-in")]
    [InlineData("/pictures/1/640.jpg", "/pictures/1/640.jpg")]
    public void On_its_own_host_a_tenant_s_pages_get_its_name_and_the_platform_s_keep_theirs(string path, string routed) =>
        Assert.Equal(routed, Matcher.RoutePath("friends", path));
}
