using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Platform.Donations;

namespace Platform.Migrations.Migrations.Donations;

/// <summary>
/// A connection keeps the plan by which it first asked whether a transaction balances. Made while the books were empty it reads all of them for
/// each entry ever after, so the question always goes by the index.
/// </summary>
[DbContext(typeof(DonationsDb))]
[Migration("20261130041500_BalanceByIndex")]
internal sealed class BalanceByIndex : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("alter function donations.demand_balance(uuid, bigint) set enable_seqscan = off");

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("alter function donations.demand_balance(uuid, bigint) reset enable_seqscan");
}
