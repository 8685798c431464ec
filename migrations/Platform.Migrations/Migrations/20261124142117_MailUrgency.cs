using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class MailUrgency : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_outbox_mails_due_at",
                schema: "petitions",
                table: "outbox_mails");

            migrationBuilder.AddColumn<bool>(
                name: "counted",
                schema: "petitions",
                table: "outbox_mails",
                type: "boolean",
                nullable: false,
                defaultValue: false);

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

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_outbox_mails_urgency_due_at",
                schema: "petitions",
                table: "outbox_mails");

            migrationBuilder.DropColumn(
                name: "urgency",
                schema: "petitions",
                table: "outbox_mails");

            migrationBuilder.DropColumn(
                name: "counted",
                schema: "petitions",
                table: "outbox_mails");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_mails_due_at",
                schema: "petitions",
                table: "outbox_mails",
                column: "due_at",
                filter: "done_at is null");
        }
    }
}
