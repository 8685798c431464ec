using Platform.Core.Access;
using Platform.Core.Tenancy;

namespace Platform.Petitions.ApiKeys;

/// <summary>What a program of an organisation shows to act for it. Only the hash of its secret is kept.</summary>
public sealed class ApiKey : ITenantOwned
{
    private ApiKey()
    {
    }

    public ApiKey(string name, KeyScope scopes, Guid createdBy, byte[] secretHash)
    {
        Id = Guid.CreateVersion7();
        Name = name;
        Scopes = scopes;
        CreatedBy = createdBy;
        SecretHash = secretHash;
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>What its owner calls it; stands in the audit log for what was done with it.</summary>
    public string Name { get; private set; } = "";

    public KeyScope Scopes { get; private set; }

    public byte[] SecretHash { get; private set; } = [];

    public Guid CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Some minutes behind at most.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}
