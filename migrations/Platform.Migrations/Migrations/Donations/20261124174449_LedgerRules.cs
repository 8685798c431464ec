using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Platform.Donations;

namespace Platform.Migrations.Migrations.Donations;

/// <summary>What the model cannot say: the books are only added to, whoever asks, and each transaction sums to zero when it is committed.</summary>
[DbContext(typeof(DonationsDb))]
[Migration("20261124174449_LedgerRules")]
internal sealed class LedgerRules : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create function donations.refuse_change() returns trigger language plpgsql as $$
        begin
            raise exception 'The ledger is only added to: % on % is refused.', tg_op, tg_table_name using errcode = 'restrict_violation';
        end
        $$;
        create trigger append_only before update or delete or truncate on donations.ledger_transactions for each statement execute function donations.refuse_change();
        create trigger append_only before update or delete or truncate on donations.ledger_entries for each statement execute function donations.refuse_change();

        -- Entries that are not seen do not count: without the organisation's rows the transaction is refused.
        create function donations.demand_balance(tenant uuid, transaction bigint) returns void language plpgsql as $$
        begin
            if not exists (
                select from donations.ledger_entries e where e.tenant_id = tenant and e.transaction_id = transaction
                having count(*) >= 2 and sum(e.amount) = 0
            ) then
                raise exception 'Transaction % of the ledger does not balance.', transaction using errcode = 'check_violation';
            end if;
        end
        $$;
        create function donations.demand_balance_of_transaction() returns trigger language plpgsql as $$
        begin
            perform donations.demand_balance(new.tenant_id, new.id);
            return null;
        end
        $$;
        create function donations.demand_balance_of_entry() returns trigger language plpgsql as $$
        begin
            perform donations.demand_balance(new.tenant_id, new.transaction_id);
            return null;
        end
        $$;
        create constraint trigger balanced after insert on donations.ledger_transactions
            deferrable initially deferred for each row execute function donations.demand_balance_of_transaction();
        create constraint trigger balanced after insert on donations.ledger_entries
            deferrable initially deferred for each row execute function donations.demand_balance_of_entry();
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        drop trigger balanced on donations.ledger_entries;
        drop trigger balanced on donations.ledger_transactions;
        drop function donations.demand_balance_of_entry();
        drop function donations.demand_balance_of_transaction();
        drop function donations.demand_balance(uuid, bigint);
        drop trigger append_only on donations.ledger_entries;
        drop trigger append_only on donations.ledger_transactions;
        drop function donations.refuse_change();
        """);
}
