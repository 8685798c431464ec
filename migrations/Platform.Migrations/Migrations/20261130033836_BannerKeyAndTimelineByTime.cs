using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class BannerKeyAndTimelineByTime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_organisations_id_banner_id",
                schema: "petitions",
                table: "organisations",
                columns: new[] { "id", "banner_id" });

            migrationBuilder.CreateIndex(
                name: "ix_campaign_timeline_tenant_id_at",
                schema: "petitions",
                table: "campaign_timeline",
                columns: new[] { "tenant_id", "at" });

            migrationBuilder.AddForeignKey(
                name: "fk_organisations_pictures_id_banner_id",
                schema: "petitions",
                table: "organisations",
                columns: new[] { "id", "banner_id" },
                principalSchema: "petitions",
                principalTable: "pictures",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_organisations_pictures_id_banner_id",
                schema: "petitions",
                table: "organisations");

            migrationBuilder.DropIndex(
                name: "ix_organisations_id_banner_id",
                schema: "petitions",
                table: "organisations");

            migrationBuilder.DropIndex(
                name: "ix_campaign_timeline_tenant_id_at",
                schema: "petitions",
                table: "campaign_timeline");
        }
    }
}
