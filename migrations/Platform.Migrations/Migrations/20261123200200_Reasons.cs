using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Platform.Petitions;

namespace Platform.Migrations.Migrations;

/// <summary>The reasons a platform begins with. Staff change them afterwards, so they are laid once and not by the model.</summary>
[DbContext(typeof(PetitionsDb))]
[Migration("20261123200200_Reasons")]
internal sealed class Reasons : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        insert into petitions.rejection_reasons (code, wording, hides) values
            ('duplicate', 'A petition that asks for the same is already open. Signing it helps more than a second one.', false),
            ('unclear-demand', 'It does not say clearly what should happen, or who could decide it. Write what is asked of whom, and submit it again.', false),
            ('not-a-petition', 'It does not ask anybody for a decision. A personal message, a poll or a fundraiser does not belong here.', false),
            ('wrong-decision-maker', 'The person or office it is addressed to cannot decide this.', false),
            ('spam', 'It advertises something, or was sent many times over.', true),
            ('personal-attack', 'It attacks or mocks a person or a group instead of asking for a change.', true),
            ('private-individual', 'It names a private person or shows details of their life that are not public.', true),
            ('unproven-accusation', 'It accuses somebody of something that is not established, or that a court is deciding.', true),
            ('hate-or-violence', 'It calls for violence, or denies people their dignity for who they are.', true),
            ('illegal', 'Publishing it would break the law.', true),
            ('other', 'It does not follow the rules of this site. The explanation says which.', false)
        on conflict do nothing
        """);

    protected override void Down(MigrationBuilder migrationBuilder)
    {
    }
}
