using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class UpdatesAndNews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // A computed column is made anew, and with it the index it stands in.
            migrationBuilder.DropIndex(
                name: "ix_outbox_mails_urgency_due_at",
                schema: "petitions",
                table: "outbox_mails");

            migrationBuilder.DropColumn(
                name: "urgency",
                schema: "petitions",
                table: "outbox_mails");

            migrationBuilder.AddColumn<short>(
                name: "urgency",
                schema: "petitions",
                table: "outbox_mails",
                type: "smallint",
                nullable: false,
                computedColumnSql: "case when kind in ('confirm-signature', 'already-signed', 'my-signatures', 'confirm-account', 'account-exists',\n    'reset-password', 'change-address') then 0\nwhen kind in ('confirm-reminder', 'milestone-signer', 'update-signer', 'outcome-signer') then 2 else 1 end",
                stored: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_mails_urgency_due_at",
                schema: "petitions",
                table: "outbox_mails",
                columns: new[] { "urgency", "due_at" },
                filter: "done_at is null");

            migrationBuilder.CreateTable(
                name: "campaign_updates",
                schema: "petitions",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: true),
                    language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    title = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    author = table.Column<Guid>(type: "uuid", nullable: false),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    corrected_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    taken_back_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    hidden_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    hidden_because = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campaign_updates", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_campaign_updates_campaigns_tenant_id_campaign_id",
                        columns: x => new { x.tenant_id, x.campaign_id },
                        principalSchema: "petitions",
                        principalTable: "campaigns",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_campaign_updates_users_author",
                        column: x => x.author,
                        principalSchema: "petitions",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "news_mailings",
                schema: "petitions",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    recipients = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_news_mailings", x => new { x.tenant_id, x.campaign_id, x.kind, x.subject });
                    table.ForeignKey(
                        name: "fk_news_mailings_campaigns_tenant_id_campaign_id",
                        columns: x => new { x.tenant_id, x.campaign_id },
                        principalSchema: "petitions",
                        principalTable: "campaigns",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_campaign_updates_author",
                schema: "petitions",
                table: "campaign_updates",
                column: "author");

            migrationBuilder.CreateIndex(
                name: "ix_campaign_updates_tenant_id_campaign_id_number",
                schema: "petitions",
                table: "campaign_updates",
                columns: new[] { "tenant_id", "campaign_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_news_mailings_asked_at",
                schema: "petitions",
                table: "news_mailings",
                column: "asked_at",
                filter: "done_at is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "campaign_updates",
                schema: "petitions");

            migrationBuilder.DropTable(
                name: "news_mailings",
                schema: "petitions");

            // A computed column is made anew, and with it the index it stands in.
            migrationBuilder.DropIndex(
                name: "ix_outbox_mails_urgency_due_at",
                schema: "petitions",
                table: "outbox_mails");

            migrationBuilder.DropColumn(
                name: "urgency",
                schema: "petitions",
                table: "outbox_mails");

            migrationBuilder.AddColumn<short>(
                name: "urgency",
                schema: "petitions",
                table: "outbox_mails",
                type: "smallint",
                nullable: false,
                computedColumnSql: "case when kind in ('confirm-signature', 'already-signed', 'my-signatures', 'confirm-account', 'account-exists',\n    'reset-password', 'change-address') then 0\nwhen kind in ('confirm-reminder', 'milestone-signer') then 2 else 1 end",
                stored: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_mails_urgency_due_at",
                schema: "petitions",
                table: "outbox_mails",
                columns: new[] { "urgency", "due_at" },
                filter: "done_at is null");
        }
    }
}
