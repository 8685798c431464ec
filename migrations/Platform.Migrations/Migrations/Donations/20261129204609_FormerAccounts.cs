using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Migrations.Migrations.Donations
{
    /// <inheritdoc />
    public partial class FormerAccounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_donations_tenant_id_campaign_id_created_at",
                schema: "donations",
                table: "donations");

            migrationBuilder.AddColumn<string>(
                name: "account",
                schema: "donations",
                table: "stripe_events",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "account",
                schema: "donations",
                table: "ledger_transactions",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "former_accounts",
                schema: "donations",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    sealed_key = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    sealed_webhook_secret = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_former_accounts", x => new { x.tenant_id, x.account });
                });

            migrationBuilder.CreateIndex(
                name: "ix_stripe_events_tenant_id_subject",
                schema: "donations",
                table: "stripe_events",
                columns: new[] { "tenant_id", "subject" });

            migrationBuilder.CreateIndex(
                name: "ix_donations_tenant_id_campaign_id_created_at_id",
                schema: "donations",
                table: "donations",
                columns: new[] { "tenant_id", "campaign_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_donations_tenant_id_created_at_id",
                schema: "donations",
                table: "donations",
                columns: new[] { "tenant_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_former_accounts_account",
                schema: "donations",
                table: "former_accounts",
                column: "account");

            // Until now an organisation had one account, so what stands there is of that one. It is the one time that the books are written on.
            migrationBuilder.Sql(
                """
                update donations.stripe_events e set account = s.stripe_account from donations.giving_settings s where s.tenant_id = e.tenant_id and s.stripe_account is not null;
                alter table donations.ledger_transactions disable trigger append_only;
                update donations.ledger_transactions t set account = s.stripe_account from donations.giving_settings s where s.tenant_id = t.tenant_id and s.stripe_account is not null;
                alter table donations.ledger_transactions enable trigger append_only;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "former_accounts",
                schema: "donations");

            migrationBuilder.DropIndex(
                name: "ix_stripe_events_tenant_id_subject",
                schema: "donations",
                table: "stripe_events");

            migrationBuilder.DropIndex(
                name: "ix_donations_tenant_id_campaign_id_created_at_id",
                schema: "donations",
                table: "donations");

            migrationBuilder.DropIndex(
                name: "ix_donations_tenant_id_created_at_id",
                schema: "donations",
                table: "donations");

            migrationBuilder.DropColumn(
                name: "account",
                schema: "donations",
                table: "stripe_events");

            migrationBuilder.DropColumn(
                name: "account",
                schema: "donations",
                table: "ledger_transactions");

            migrationBuilder.CreateIndex(
                name: "ix_donations_tenant_id_campaign_id_created_at",
                schema: "donations",
                table: "donations",
                columns: new[] { "tenant_id", "campaign_id", "created_at" });
        }
    }
}
