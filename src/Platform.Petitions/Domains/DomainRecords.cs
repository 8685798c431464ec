using System.Net.Sockets;
using DnsClient;
using Microsoft.Extensions.Logging;

namespace Platform.Petitions.Domains;

/// <summary>By the machine's own resolvers, and nothing remembered: an owner who has just written the record presses the button at once.</summary>
internal sealed class DomainRecords(ILogger<DomainRecords> log) : IDomainRecords
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Lazy<LookupClient> dns = new(() => new LookupClient(new LookupClientOptions { UseCache = false, Timeout = Patience, Retries = 1, ThrowDnsErrors = false }));

    public async Task<IReadOnlyList<string>?> TextsAsync(string name, CancellationToken ct)
    {
        try
        {
            var answer = await dns.Value.QueryAsync(name, QueryType.TXT, cancellationToken: ct);

            // "No such name" is an answer; "I could not find out" is none.
            return answer.HasError && answer.Header.ResponseCode != DnsHeaderResponseCode.NotExistentDomain
                ? null
                : [.. answer.Answers.TxtRecords().Select(record => string.Concat(record.Text))];
        }
        catch (Exception problem) when (problem is DnsResponseException or SocketException or InvalidOperationException)
        {
            log.LogWarning("The DNS did not answer for {Name}: {Problem}", name, problem.Message);
            return null;
        }
    }
}
