using Microsoft.EntityFrameworkCore;

namespace Platform.Benchmarks.Naive;

/// <summary>A campaign with its own counter, as it is written in an afternoon.</summary>
internal sealed class NaiveCampaign
{
    public int Id { get; set; }

    public int Signatures { get; set; }
}

internal sealed class NaiveSignature
{
    public Guid Id { get; set; }

    public int CampaignId { get; set; }

    public string Name { get; set; } = "";

    public string Email { get; set; } = "";

    public string Country { get; set; } = "";

    public DateTimeOffset SubmittedAt { get; set; }
}

internal sealed class NaiveDb(DbContextOptions<NaiveDb> options) : DbContext(options)
{
    public DbSet<NaiveCampaign> Campaigns => Set<NaiveCampaign>();

    public DbSet<NaiveSignature> Signatures => Set<NaiveSignature>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        builder.HasDefaultSchema("naive");
        builder.Entity<NaiveSignature>().HasIndex(s => new { s.CampaignId, s.Email }).IsUnique();
        builder.Entity<NaiveCampaign>().Property(c => c.Id).ValueGeneratedNever();
    }
}
