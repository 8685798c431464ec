using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class SiteSwitches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "live_off",
                schema: "petitions",
                table: "site_settings",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "paused_since",
                schema: "petitions",
                table: "site_settings",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "read_only",
                schema: "petitions",
                table: "site_settings",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "statistics_off",
                schema: "petitions",
                table: "site_settings",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.UpdateData(
                schema: "petitions",
                table: "site_settings",
                keyColumn: "id",
                keyValue: (short)1,
                columns: new[] { "live_off", "paused_since", "read_only", "statistics_off" },
                values: new object[] { false, null, false, false });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "live_off",
                schema: "petitions",
                table: "site_settings");

            migrationBuilder.DropColumn(
                name: "paused_since",
                schema: "petitions",
                table: "site_settings");

            migrationBuilder.DropColumn(
                name: "read_only",
                schema: "petitions",
                table: "site_settings");

            migrationBuilder.DropColumn(
                name: "statistics_off",
                schema: "petitions",
                table: "site_settings");
        }
    }
}
