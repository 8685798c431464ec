namespace Platform.Core.Tenancy;

/// <summary>Finds organisations by the names they go by. Answers from memory, at most some seconds old.</summary>
public interface ITenantDirectory
{
    ValueTask<TenantEntry?> FindBySlugAsync(string slug, CancellationToken ct);

    ValueTask<TenantEntry?> FindByDomainAsync(string domain, CancellationToken ct);
}

public sealed record TenantEntry(Guid Id, string Slug, TenantLook Look);
