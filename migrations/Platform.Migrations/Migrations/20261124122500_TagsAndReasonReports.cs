using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class TagsAndReasonReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_campaign_reports_tenant_id_campaign_id_sender",
                schema: "petitions",
                table: "campaign_reports");

            migrationBuilder.AddColumn<Guid>(
                name: "signature_id",
                schema: "petitions",
                table: "campaign_reports",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "campaign_tags",
                schema: "petitions",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tag = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campaign_tags", x => new { x.tenant_id, x.campaign_id, x.tag });
                    table.ForeignKey(
                        name: "fk_campaign_tags_campaigns_tenant_id_campaign_id",
                        columns: x => new { x.tenant_id, x.campaign_id },
                        principalSchema: "petitions",
                        principalTable: "campaigns",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_campaign_reports_tenant_id_campaign_id_signature_id_sender",
                schema: "petitions",
                table: "campaign_reports",
                columns: new[] { "tenant_id", "campaign_id", "signature_id", "sender" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_campaign_tags_tag",
                schema: "petitions",
                table: "campaign_tags",
                column: "tag");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "campaign_tags",
                schema: "petitions");

            migrationBuilder.DropIndex(
                name: "ix_campaign_reports_tenant_id_campaign_id_signature_id_sender",
                schema: "petitions",
                table: "campaign_reports");

            migrationBuilder.DropColumn(
                name: "signature_id",
                schema: "petitions",
                table: "campaign_reports");

            migrationBuilder.CreateIndex(
                name: "ix_campaign_reports_tenant_id_campaign_id_sender",
                schema: "petitions",
                table: "campaign_reports",
                columns: new[] { "tenant_id", "campaign_id", "sender" },
                unique: true);
        }
    }
}
