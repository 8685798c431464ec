using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class ReasonsAndSources : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "campaign_regions",
                schema: "petitions",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    region = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    confirmed = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campaign_regions", x => new { x.tenant_id, x.campaign_id, x.country, x.region });
                    table.ForeignKey(
                        name: "fk_campaign_regions_campaigns_tenant_id_campaign_id",
                        columns: x => new { x.tenant_id, x.campaign_id },
                        principalSchema: "petitions",
                        principalTable: "campaigns",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "campaign_sources",
                schema: "petitions",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    confirmed = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campaign_sources", x => new { x.tenant_id, x.campaign_id, x.source });
                    table.ForeignKey(
                        name: "fk_campaign_sources_campaigns_tenant_id_campaign_id",
                        columns: x => new { x.tenant_id, x.campaign_id },
                        principalSchema: "petitions",
                        principalTable: "campaigns",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reason_marks",
                schema: "petitions",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    signature_id = table.Column<Guid>(type: "uuid", nullable: false),
                    thanks = table.Column<long>(type: "bigint", nullable: false),
                    pinned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reason_marks", x => new { x.tenant_id, x.campaign_id, x.signature_id });
                    table.ForeignKey(
                        name: "fk_reason_marks_campaigns_tenant_id_campaign_id",
                        columns: x => new { x.tenant_id, x.campaign_id },
                        principalSchema: "petitions",
                        principalTable: "campaigns",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reason_thanks",
                schema: "petitions",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    signature_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sender = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reason_thanks", x => new { x.tenant_id, x.campaign_id, x.signature_id, x.sender });
                    table.ForeignKey(
                        name: "fk_reason_thanks_campaigns_tenant_id_campaign_id",
                        columns: x => new { x.tenant_id, x.campaign_id },
                        principalSchema: "petitions",
                        principalTable: "campaigns",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_reason_marks_tenant_id_campaign_id_thanks",
                schema: "petitions",
                table: "reason_marks",
                columns: new[] { "tenant_id", "campaign_id", "thanks" });

            migrationBuilder.CreateIndex(
                name: "ix_reason_thanks_at",
                schema: "petitions",
                table: "reason_thanks",
                column: "at");

            // How a postcode of its country begins. Counting and recounting have to cut it alike, so the database does it.
            migrationBuilder.Sql(
                """
                create function petitions.postcode_region(country text, postcode text) returns text language sql immutable parallel safe as $$
                    select coalesce(substring(upper(replace(postcode, ' ', '')) from case country
                        when 'CA' then '^[A-Z]' when 'GB' then '^[A-Z]{1,2}' when 'IE' then '^[A-Z]' else '^[0-9A-Z]{2}' end), '')
                $$;
                create index ix_signatures_reasons on petitions.signatures (tenant_id, campaign_id, number) where number is not null and reason is not null;
                alter table petitions.campaign_regions set (fillfactor = 50);
                alter table petitions.campaign_sources set (fillfactor = 50);
                alter table petitions.reason_marks set (fillfactor = 50);
                insert into petitions.campaign_regions (tenant_id, campaign_id, country, region, confirmed)
                    select tenant_id, campaign_id, country, petitions.postcode_region(country, postcode), count(*) from petitions.signatures
                    where state = 1 and not testing and postcode is not null group by 1, 2, 3, 4;
                insert into petitions.campaign_sources (tenant_id, campaign_id, source, confirmed)
                    select tenant_id, campaign_id, source, count(*) from petitions.signatures
                    where state = 1 and not testing and source is not null group by 1, 2, 3;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop index petitions.ix_signatures_reasons; drop function petitions.postcode_region(text, text);");
            migrationBuilder.DropTable(
                name: "campaign_regions",
                schema: "petitions");

            migrationBuilder.DropTable(
                name: "campaign_sources",
                schema: "petitions");

            migrationBuilder.DropTable(
                name: "reason_marks",
                schema: "petitions");

            migrationBuilder.DropTable(
                name: "reason_thanks",
                schema: "petitions");
        }
    }
}
