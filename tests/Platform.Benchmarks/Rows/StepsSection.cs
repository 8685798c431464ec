using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Platform.Benchmarks.Stand;
using Platform.Core.Text;
using Platform.Petitions.Abuse;
using Platform.Petitions.Accounts;
using Platform.Petitions.Confirming;
using Platform.Petitions.Secrets;
using Platform.Petitions.Signing;
using Platform.Testing.Hosts;

namespace Platform.Benchmarks.Rows;

/// <summary>What the steps of one signature cost before it reaches the writer, one by one in this process: where to look when the sum grows.</summary>
internal sealed class StepsSection : ISection
{
    private const int Times = 20_000;

    public string Name => "steps";

    public Task RunAsync(BenchmarkStand stand, Report report)
    {
        var keys = new Keyring(ChildHost.Secret);
        var (stamps, fingerprints, admission) = (new FormStamps(keys, new SigningOptions(), TimeProvider.System), new Fingerprints(keys), new Admission(new RateCounters(TimeProvider.System)));
        using var cookies = new JourneyCookies(keys, new AccountCookies(Secure: true), TimeProvider.System);
        var (campaign, catalogue) = (Guid.NewGuid(), Catalogue.Load());
        var stamp = stamps.Make(campaign);
        var body = Encoding.ASCII.GetBytes($"Lang=en&Wording=1&Stamp={stamp}&Name=Maxine+Kowalski&Email=maxine.k%40mail.example&Country=CA&Reason=&ShowName=true&Website=");
        var form = SignFormReader.Read(new ReadOnlySequence<byte>(body))!;
        var email = EmailAddress.Parse("maxine.k@mail.example")!;
        var fingerprint = fingerprints.Of(email);
        var sent = new SentForm(campaign, "Maxine Kowalski", "maxine.k@mail.example", "CA", null, true, false, "en", null, null);
        report.Table("The steps of one signature before it is written, µs each", ["step", "measured"],
        [
            Line("read the form from its bytes", _ => SignFormReader.Read(new ReadOnlySequence<byte>(body))),
            Line("clean and check every field", _ => form.Problems().Any()),
            Line("of it: the name", _ => SignForm.NameProblem("Maxine Kowalski")),
            Line("of it: the address", _ => EmailAddress.Parse("maxine.k@mail.example")),
            Line("judge the stamp", _ => stamps.Judge(stamp, campaign)),
            Line("fingerprint the mailbox", _ => fingerprints.Of(email)),
            Line("limits and lists, a new sender each time", n => admission.Judge(campaign, email, fingerprint, new IPAddress((long)n * 0x01010101 % uint.MaxValue))),
            Line("seed of the tokens", _ => SignatureTokens.NewSeed()),
            Line("find the language", _ => catalogue.Find("en")),
            Line("seal the cookie", _ => Put(cookies, sent)),
        ]);
        return Task.CompletedTask;
    }

    private static object? Put(JourneyCookies cookies, SentForm sent)
    {
        cookies.Put(new DefaultHttpContext(), JourneyCookies.Names.Sent, sent);
        return null;
    }

    private static string[] Line(string step, Func<int, object?> run)
    {
        var best = double.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var begun = Stopwatch.GetTimestamp();
            for (var i = 0; i < Times; i++)
            {
                run((round * Times) + i);
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(begun).TotalMicroseconds / Times);
        }

        return [step, best.ToString("0.0", CultureInfo.InvariantCulture)];
    }
}
