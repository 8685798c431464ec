using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Migrations.Migrations.Donations
{
    /// <inheritdoc />
    public partial class Giving : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_giving_settings_stripe_account",
                schema: "donations",
                table: "giving_settings");

            migrationBuilder.DropColumn(
                name: "receipt_sent_at",
                schema: "donations",
                table: "donations");

            migrationBuilder.AddColumn<string>(
                name: "sealed_webhook_secret",
                schema: "donations",
                table: "giving_settings",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "tries",
                schema: "donations",
                table: "donations",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "refund_requests",
                schema: "donations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    donation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<int>(type: "integer", nullable: false),
                    problem = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_refund_requests", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_refund_requests_amount", "amount > 0");
                    table.ForeignKey(
                        name: "fk_refund_requests_donations_tenant_id_donation_id",
                        columns: x => new { x.tenant_id, x.donation_id },
                        principalSchema: "donations",
                        principalTable: "donations",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_giving_settings_stripe_account",
                schema: "donations",
                table: "giving_settings",
                column: "stripe_account",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_refund_requests_tenant_id_donation_id",
                schema: "donations",
                table: "refund_requests",
                columns: new[] { "tenant_id", "donation_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "refund_requests",
                schema: "donations");

            migrationBuilder.DropIndex(
                name: "ix_giving_settings_stripe_account",
                schema: "donations",
                table: "giving_settings");

            migrationBuilder.DropColumn(
                name: "sealed_webhook_secret",
                schema: "donations",
                table: "giving_settings");

            migrationBuilder.DropColumn(
                name: "tries",
                schema: "donations",
                table: "donations");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "receipt_sent_at",
                schema: "donations",
                table: "donations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_giving_settings_stripe_account",
                schema: "donations",
                table: "giving_settings",
                column: "stripe_account");
        }
    }
}
