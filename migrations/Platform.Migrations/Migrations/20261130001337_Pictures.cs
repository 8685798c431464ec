using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class Pictures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "colour",
                schema: "petitions",
                table: "pictures",
                type: "character varying(6)",
                maxLength: 6,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "picture_x",
                schema: "petitions",
                table: "campaigns",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "picture_y",
                schema: "petitions",
                table: "campaigns",
                type: "integer",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "colour",
                schema: "petitions",
                table: "pictures");

            migrationBuilder.DropColumn(
                name: "picture_x",
                schema: "petitions",
                table: "campaigns");

            migrationBuilder.DropColumn(
                name: "picture_y",
                schema: "petitions",
                table: "campaigns");
        }
    }
}
