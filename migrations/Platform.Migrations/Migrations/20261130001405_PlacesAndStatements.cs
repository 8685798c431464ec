using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class PlacesAndStatements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "eligibility",
                schema: "petitions",
                table: "campaigns",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_campaign_regions_region",
                schema: "petitions",
                table: "campaign_regions",
                column: "region");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_campaign_regions_region",
                schema: "petitions",
                table: "campaign_regions");

            migrationBuilder.DropColumn(
                name: "eligibility",
                schema: "petitions",
                table: "campaigns");
        }
    }
}
