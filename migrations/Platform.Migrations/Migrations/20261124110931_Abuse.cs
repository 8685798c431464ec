using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Platform.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class Abuse : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "abuse_limits",
                schema: "petitions",
                columns: table => new
                {
                    id = table.Column<short>(type: "smallint", nullable: false),
                    burst_minutes = table.Column<int>(type: "integer", nullable: false),
                    address_burst = table.Column<int>(type: "integer", nullable: true),
                    address_day = table.Column<int>(type: "integer", nullable: true),
                    network_burst = table.Column<int>(type: "integer", nullable: true),
                    network_day = table.Column<int>(type: "integer", nullable: true),
                    domain_burst = table.Column<int>(type: "integer", nullable: true),
                    domain_day = table.Column<int>(type: "integer", nullable: true),
                    mailbox_day = table.Column<int>(type: "integer", nullable: true),
                    alert_hour = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_abuse_limits", x => x.id);
                    table.CheckConstraint("ck_abuse_limits_one", "id = 1");
                });

            migrationBuilder.CreateTable(
                name: "abuse_signals",
                schema: "petitions",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    sender = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    signatures = table.Column<int>(type: "integer", nullable: false),
                    share = table.Column<short>(type: "smallint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_abuse_signals", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_abuse_signals_campaigns_tenant_id_campaign_id",
                        columns: x => new { x.tenant_id, x.campaign_id },
                        principalSchema: "petitions",
                        principalTable: "campaigns",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "list_entries",
                schema: "petitions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    allow = table.Column<bool>(type: "boolean", nullable: false),
                    pattern = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    fingerprint = table.Column<byte[]>(type: "bytea", nullable: true),
                    comment = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_list_entries", x => x.id);
                });

            migrationBuilder.InsertData(
                schema: "petitions",
                table: "abuse_limits",
                columns: new[] { "id", "address_burst", "address_day", "alert_hour", "burst_minutes", "domain_burst", "domain_day", "mailbox_day", "network_burst", "network_day" },
                values: new object[] { (short)1, 100, 1000, 200, 10, null, null, 100, 500, 5000 });

            migrationBuilder.CreateIndex(
                name: "ix_abuse_signals_at",
                schema: "petitions",
                table: "abuse_signals",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_abuse_signals_tenant_id_campaign_id",
                schema: "petitions",
                table: "abuse_signals",
                columns: new[] { "tenant_id", "campaign_id" });

            migrationBuilder.CreateIndex(
                name: "ix_list_entries_fingerprint",
                schema: "petitions",
                table: "list_entries",
                column: "fingerprint",
                unique: true);

            // Counts of minutes: not worth a write-ahead log, and gone after a crash without harm.
            migrationBuilder.Sql(
                """
                create unlogged table petitions.rate_counters (
                    sender uuid not null, day boolean not null, stretch bigint not null, hits integer not null, at timestamptz not null default now(),
                    primary key (sender, day, stretch)) with (fillfactor = 70);
                create index ix_rate_counters_at on petitions.rate_counters (at);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop table petitions.rate_counters");

            migrationBuilder.DropTable(
                name: "abuse_limits",
                schema: "petitions");

            migrationBuilder.DropTable(
                name: "abuse_signals",
                schema: "petitions");

            migrationBuilder.DropTable(
                name: "list_entries",
                schema: "petitions");
        }
    }
}
