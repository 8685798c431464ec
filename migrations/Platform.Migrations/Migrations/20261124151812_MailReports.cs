using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class MailReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "complained_at",
                schema: "petitions",
                table: "signatures",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "sent_to",
                schema: "petitions",
                table: "outbox_mails",
                type: "bytea",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "mail_suppressions",
                schema: "petitions",
                columns: table => new
                {
                    fingerprint = table.Column<byte[]>(type: "bytea", nullable: false),
                    cause = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_suppressions", x => x.fingerprint);
                });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_mails_done_at",
                schema: "petitions",
                table: "outbox_mails",
                column: "done_at",
                filter: "outcome = 3");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_mails_sent_to",
                schema: "petitions",
                table: "outbox_mails",
                column: "sent_to",
                filter: "sent_to is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mail_suppressions",
                schema: "petitions");

            migrationBuilder.DropIndex(
                name: "ix_outbox_mails_done_at",
                schema: "petitions",
                table: "outbox_mails");

            migrationBuilder.DropIndex(
                name: "ix_outbox_mails_sent_to",
                schema: "petitions",
                table: "outbox_mails");

            migrationBuilder.DropColumn(
                name: "complained_at",
                schema: "petitions",
                table: "signatures");

            migrationBuilder.DropColumn(
                name: "sent_to",
                schema: "petitions",
                table: "outbox_mails");
        }
    }
}
