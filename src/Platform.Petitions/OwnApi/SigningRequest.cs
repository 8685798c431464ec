using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Core.Tenancy;
using Platform.Petitions.ApiKeys;

namespace Platform.Petitions.OwnApi;

/// <summary>A signature that was passed on and taken, remembered for two days by the word its program gave it.</summary>
public sealed class SigningRequest : ITenantOwned
{
    public const int LongestWord = 100;

    public Guid TenantId { get; private set; }

    public required Guid KeyId { get; init; }

    public required string IdempotencyKey { get; init; }

    /// <summary>Keyed hash of what was sent: nothing of it can be read or guessed from here.</summary>
    public required byte[] Hash { get; init; }

    public DateTimeOffset At { get; private set; }
}

internal sealed class SigningRequestMapping : IEntityTypeConfiguration<SigningRequest>
{
    public void Configure(EntityTypeBuilder<SigningRequest> builder)
    {
        builder.ToTable("signing_requests");
        builder.HasKey(r => new { r.TenantId, r.KeyId, r.IdempotencyKey });
        builder.HasOne<ApiKey>().WithMany().HasForeignKey(r => new { r.TenantId, r.KeyId });
        builder.Property(r => r.IdempotencyKey).HasMaxLength(SigningRequest.LongestWord);
        builder.Property(r => r.At).HasDefaultValueSql("now()");
        builder.HasIndex(r => r.At);
    }
}
