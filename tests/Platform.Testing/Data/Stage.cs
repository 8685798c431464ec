using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions.Accounts;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Confirming;
using Platform.Petitions.Organisations;
using Platform.Petitions.Signing;
using Platform.Testing.Hosts;
using Platform.Testing.Time;

namespace Platform.Testing.Data;

/// <summary>An organisation with one organiser and one campaign: what most tests need.</summary>
public sealed record Stage(TestHost Host, Organisation Organisation, User Organiser, Campaign Campaign)
{
    private static int number;

    /// <summary>Where the public reads it.</summary>
    public string Path => $"/{Organisation.Slug}/{Campaign.Slug}";

    public static async Task<Stage> SetAsync(TestHost host, CampaignStatus status = CampaignStatus.Published, Action<CampaignSpec>? with = null)
    {
        var n = Interlocked.Increment(ref number);
        var (organisation, organiser) = await host.InDbAsync(null, async db =>
        {
            var made = new Organisation($"friends-{n}", $"Friends {n}", "en");
            var user = new User { UserName = $"organiser{n}@stage.example", Email = $"organiser{n}@stage.example", NormalizedEmail = $"ORGANISER{n}@STAGE.EXAMPLE", EmailConfirmed = true, Name = $"Organiser {n}", SecurityStamp = Guid.NewGuid().ToString("N") };
            db.AddRange(made, user);
            await db.SaveChangesAsync();
            return (made, user);
        });
        return new Stage(host, organisation, organiser, await host.CampaignAsync(organisation, organiser, status, with));
    }

    /// <summary>Fills in the form as the public does.</summary>
    public async Task<Page> SignAsync(Visitor visitor, string name, string email, params (string Name, string? Value)[] more) =>
        await visitor.SubmitAsync(await visitor.GetAsync(Path + "/sign"), "#sign", [("Name", name), ("Email", email), .. more]);

    /// <summary>Sends the form as a stranger's browser does, for tests that look at the bare answer.</summary>
    public async Task<HttpResponseMessage> PostAsync(Page form, string email)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path + "/sign")
        {
            Content = new FormUrlEncodedContent(Visitor.Fields(form, "#sign").Where(f => f.Key is not ("Name" or "Email" or "Country")).Concat([new("Name", "Lea Roth"), new("Email", email), new("Country", "CA")])),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await Host.Visitor().Http.SendAsync(request);
    }

    /// <summary>Opens the newest confirmation mail of this campaign and presses the button.</summary>
    public async Task<Page> ConfirmAsync(Visitor visitor, string email, int mails = 1)
    {
        var mail = await Host.Mail.WaitAsync(email, "Confirm your signature", mails, m => m.Links.Any(Confirms));
        return await visitor.SubmitAsync(await visitor.GetAsync(mail.Links.First(Confirms).PathAndQuery), "form");
    }

    private bool Confirms(Uri link) => link.AbsolutePath.StartsWith(Path + "/confirm/", StringComparison.Ordinal);

    /// <summary>The public page once it shows what a test waits for: pages are kept for some seconds.</summary>
    public Task<Page> UntilAsync(Visitor visitor, Func<Page, bool> shown) => UntilAsync(visitor, Path, shown);

    /// <summary>The same of a page beside it.</summary>
    public static Task<Page> UntilAsync(Visitor visitor, string address, Func<Page, bool> shown) => Until.SeenAsync(() => visitor.GetAsync(address), shown, $"{address} shows it", page => page.Text);

    /// <summary>A row as the form would make it, for tests that need many.</summary>
    public SignatureRow Row(string email, string name = "Maxine Kowalski")
    {
        var address = EmailAddress.Parse(email)!;
        return new SignatureRow
        {
            TenantId = Organisation.Id,
            CampaignId = Campaign.Id,
            Name = name,
            NameKey = SignForm.NameKey(name),
            Email = address.Address,
            Fingerprint = Host.Services.GetRequiredService<Fingerprints>().Of(address),
            Country = "CA",
            Language = "en",
            TextVersion = 1,
            Seed = SignatureTokens.NewSeed(),
        };
    }

    /// <summary>The number the public sees.</summary>
    public Task<long> CountAsync() => Host.InDbAsync(Organisation.Id, db => Task.FromResult(db.Counts.Single(c => c.CampaignId == Campaign.Id).Confirmed));
}
