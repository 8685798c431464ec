using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class OutcomeAndSealedWording : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "outcome",
                schema: "petitions",
                table: "campaigns",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "outcome_at",
                schema: "petitions",
                table: "campaigns",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "outcome_words",
                schema: "petitions",
                table: "campaigns",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "sealed_version",
                schema: "petitions",
                table: "campaigns",
                type: "integer",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "outcome",
                schema: "petitions",
                table: "campaigns");

            migrationBuilder.DropColumn(
                name: "outcome_at",
                schema: "petitions",
                table: "campaigns");

            migrationBuilder.DropColumn(
                name: "outcome_words",
                schema: "petitions",
                table: "campaigns");

            migrationBuilder.DropColumn(
                name: "sealed_version",
                schema: "petitions",
                table: "campaigns");
        }
    }
}
