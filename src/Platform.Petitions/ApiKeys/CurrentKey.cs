using Platform.Core.Access;

namespace Platform.Petitions.ApiKeys;

/// <summary>The key this request came with.</summary>
public sealed class CurrentKey
{
    public Guid? Id { get; private set; }

    public string Name { get; private set; } = "";

    public KeyScope Scopes { get; private set; }

    /// <summary>Throws where the audience did not guarantee one.</summary>
    public Guid RequiredId => Id ?? throw new InvalidOperationException("This request came without a key.");

    internal void Set(ApiKey key) => (Id, Name, Scopes) = (key.Id, key.Name, key.Scopes);
}
