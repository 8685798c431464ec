using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class LookAndDomains : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "accent",
                schema: "petitions",
                table: "organisations",
                type: "character varying(7)",
                maxLength: 7,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "banner_alt",
                schema: "petitions",
                table: "organisations",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "banner_id",
                schema: "petitions",
                table: "organisations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "logo_alt",
                schema: "petitions",
                table: "organisations",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "logo_height",
                schema: "petitions",
                table: "organisations",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "logo_id",
                schema: "petitions",
                table: "organisations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "logo_tone",
                schema: "petitions",
                table: "organisations",
                type: "character varying(10)",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "logo_width",
                schema: "petitions",
                table: "organisations",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "domain_claims",
                schema: "petitions",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    host = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: false),
                    token = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    asked_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    verified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    missing_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lost_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_domain_claims", x => x.tenant_id);
                    table.ForeignKey(
                        name: "fk_domain_claims_organisations_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "petitions",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "domain_claims",
                schema: "petitions");

            migrationBuilder.DropColumn(
                name: "accent",
                schema: "petitions",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "banner_alt",
                schema: "petitions",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "banner_id",
                schema: "petitions",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "logo_alt",
                schema: "petitions",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "logo_height",
                schema: "petitions",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "logo_id",
                schema: "petitions",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "logo_tone",
                schema: "petitions",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "logo_width",
                schema: "petitions",
                table: "organisations");
        }
    }
}
