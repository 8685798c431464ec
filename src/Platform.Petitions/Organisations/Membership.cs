using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.Accounts;

namespace Platform.Petitions.Organisations;

/// <summary>One person's role in one organisation. Read on each request, never kept in a cookie.</summary>
public sealed class Membership : ITenantOwned
{
    private Membership()
    {
    }

    public Membership(Guid tenantId, Guid userId, MemberRole role)
    {
        TenantId = tenantId;
        UserId = userId;
        Role = role;
    }

    public Guid TenantId { get; private set; }

    public Organisation Organisation { get; private set; } = null!;

    public Guid UserId { get; private set; }

    public User User { get; private set; } = null!;

    public MemberRole Role { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public void Become(MemberRole role) => Role = role;
}

/// <summary>A mail that asks somebody to join. Only the hash of its token is kept.</summary>
public sealed class Invitation : ITenantOwned
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(14);

    private Invitation()
    {
    }

    public Invitation(string email, MemberRole role, Guid invitedBy, InvitationTokens tokens, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        Email = email;
        Role = role;
        InvitedBy = invitedBy;
        TokenHash = tokens.HashOf(Id);
        ExpiresAt = now + Life;
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public string Email { get; private set; } = "";

    public MemberRole Role { get; private set; }

    public Guid InvitedBy { get; private set; }

    public byte[] TokenHash { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public bool IsOpen(DateTimeOffset now) => AcceptedAt is null && now < ExpiresAt;

    public void Accept(DateTimeOffset now) => AcceptedAt = now;

    /// <summary>Its link opens nothing any more.</summary>
    public void Withdraw(DateTimeOffset now) => ExpiresAt = now;
}
