using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class Challenges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "challenged_until",
                schema: "petitions",
                table: "campaigns",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "challenge_after",
                schema: "petitions",
                table: "abuse_limits",
                type: "integer",
                nullable: true);

            migrationBuilder.UpdateData(
                schema: "petitions",
                table: "abuse_limits",
                keyColumn: "id",
                keyValue: (short)1,
                column: "challenge_after",
                value: null);

            // Who used a solution first, for a day.
            migrationBuilder.Sql(
                """
                create table petitions.spent_proofs (challenge uuid not null primary key, fingerprint bytea not null, at timestamptz not null default now());
                create index ix_spent_proofs_at on petitions.spent_proofs (at);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop table petitions.spent_proofs");

            migrationBuilder.DropColumn(
                name: "challenged_until",
                schema: "petitions",
                table: "campaigns");

            migrationBuilder.DropColumn(
                name: "challenge_after",
                schema: "petitions",
                table: "abuse_limits");
        }
    }
}
