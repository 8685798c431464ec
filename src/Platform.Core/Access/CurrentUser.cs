namespace Platform.Core.Access;

/// <summary>Who is asking, read from the database on each request: a withdrawn role acts at once.</summary>
public sealed class CurrentUser
{
    public Guid? Id { get; private set; }

    public string Name { get; private set; } = "";

    public PlatformRole PlatformRole { get; private set; }

    /// <summary>Role in the request's organisation; null when not a member.</summary>
    public MemberRole? Role { get; private set; }

    /// <summary>The session was opened with a passkey or a second factor.</summary>
    public bool SecondFactor { get; private set; }

    public bool SignedIn => Id is not null;

    public bool May(MemberRole role) => Role >= role;

    public bool May(PlatformRole role) => PlatformRole >= role && SecondFactor;

    /// <summary>The signed-in person's id. Throws where no audience attribute guaranteed one.</summary>
    public Guid RequiredId => Id ?? throw new InvalidOperationException("Nobody is signed in.");

    public void Set(Guid id, string name, PlatformRole platformRole, MemberRole? role, bool secondFactor)
    {
        Id = id;
        Name = name;
        PlatformRole = platformRole;
        Role = role;
        SecondFactor = secondFactor;
    }
}
