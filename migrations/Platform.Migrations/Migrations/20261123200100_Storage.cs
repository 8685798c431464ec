using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Platform.Petitions;

namespace Platform.Migrations.Migrations;

/// <summary>
/// What the model cannot say: signatures are spread over partitions by hash of campaign, and the hot counting rows get room
/// to be updated in place. Runs right after the first migration, while the table is empty.
/// </summary>
[DbContext(typeof(PetitionsDb))]
[Migration("20261123200100_Storage")]
internal sealed class Storage : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        alter table petitions.signatures rename to signatures_shape;
        alter table petitions.signatures_shape rename constraint pk_signatures to pk_signatures_shape;
        create table petitions.signatures (like petitions.signatures_shape including defaults) partition by hash (campaign_id);
        drop table petitions.signatures_shape;

        do $$
        begin
            for part in 0..15 loop
                execute format('create table petitions.signatures_%s partition of petitions.signatures for values with (modulus 16, remainder %s)', lpad(part::text, 2, '0'), part);
            end loop;
        end
        $$;

        alter table petitions.signatures add constraint pk_signatures primary key (tenant_id, campaign_id, id);
        alter table petitions.signatures add constraint fk_signatures_campaigns_tenant_id_campaign_id
            foreign key (tenant_id, campaign_id) references petitions.campaigns (tenant_id, id) on delete cascade;
        create unique index ix_signatures_tenant_id_campaign_id_email_fingerprint_person
            on petitions.signatures (tenant_id, campaign_id, email_fingerprint, person);
        create unique index ix_signatures_tenant_id_campaign_id_number
            on petitions.signatures (tenant_id, campaign_id, number) where number is not null;
        create index ix_signatures_email_fingerprint on petitions.signatures (email_fingerprint);
        create index ix_signatures_submitted_at on petitions.signatures (submitted_at) where state = 0;

        alter table petitions.campaign_counts set (fillfactor = 50);
        alter table petitions.campaign_submissions set (fillfactor = 50);
        alter table petitions.campaign_days set (fillfactor = 50);
        alter table petitions.campaign_areas set (fillfactor = 50);
        alter table petitions.outbox_mails set (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
        """);
}
