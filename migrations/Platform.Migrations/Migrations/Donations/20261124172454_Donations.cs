using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Migrations.Migrations.Donations
{
    /// <inheritdoc />
    public partial class Donations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "donations");

            migrationBuilder.CreateTable(
                name: "campaign_giving",
                schema: "donations",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<bool>(type: "boolean", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campaign_giving", x => new { x.tenant_id, x.campaign_id });
                });

            migrationBuilder.CreateTable(
                name: "donations",
                schema: "donations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: true),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    fee_cover = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    monthly = table.Column<bool>(type: "boolean", nullable: false),
                    renewal_of = table.Column<Guid>(type: "uuid", nullable: true),
                    giver_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    giver_email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    stripe_account = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    checkout_session_id = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    payment_intent_id = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    subscription_id = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    customer_id = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    state = table.Column<int>(type: "integer", nullable: false),
                    monthly_stage = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    paid_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failure_code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    expired_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    refunded = table.Column<long>(type: "bigint", nullable: false),
                    refunded_as_of = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dispute = table.Column<int>(type: "integer", nullable: false),
                    stopped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    monthly_as_of = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    receipt_sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_donations", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_donations_amount", "amount > 0 and fee_cover >= 0 and refunded between 0 and amount + fee_cover");
                });

            migrationBuilder.CreateTable(
                name: "giving_settings",
                schema: "donations",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stripe_account = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    sealed_key = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    account_state = table.Column<int>(type: "integer", nullable: false),
                    once = table.Column<bool>(type: "boolean", nullable: false),
                    monthly = table.Column<bool>(type: "boolean", nullable: false),
                    show_total = table.Column<bool>(type: "boolean", nullable: false),
                    platform_page = table.Column<bool>(type: "boolean", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    currencies = table.Column<string>(type: "jsonb", nullable: true),
                    purposes = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_giving_settings", x => x.tenant_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_donations_checkout_session_id",
                schema: "donations",
                table: "donations",
                column: "checkout_session_id");

            migrationBuilder.CreateIndex(
                name: "ix_donations_payment_intent_id",
                schema: "donations",
                table: "donations",
                column: "payment_intent_id");

            migrationBuilder.CreateIndex(
                name: "ix_donations_subscription_id",
                schema: "donations",
                table: "donations",
                column: "subscription_id");

            migrationBuilder.CreateIndex(
                name: "ix_donations_tenant_id_campaign_id_created_at",
                schema: "donations",
                table: "donations",
                columns: new[] { "tenant_id", "campaign_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_donations_tenant_id_renewal_of",
                schema: "donations",
                table: "donations",
                columns: new[] { "tenant_id", "renewal_of" });

            migrationBuilder.CreateIndex(
                name: "ix_giving_settings_stripe_account",
                schema: "donations",
                table: "giving_settings",
                column: "stripe_account");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "campaign_giving",
                schema: "donations");

            migrationBuilder.DropTable(
                name: "donations",
                schema: "donations");

            migrationBuilder.DropTable(
                name: "giving_settings",
                schema: "donations");
        }
    }
}
