using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class ListedCampaigns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "listed_campaigns",
                schema: "petitions",
                columns: table => new
                {
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    languages = table.Column<string[]>(type: "text[]", nullable: false),
                    taking = table.Column<bool>(type: "boolean", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closes_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_listed_campaigns", x => x.campaign_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_listed_campaigns_organisation_id",
                schema: "petitions",
                table: "listed_campaigns",
                column: "organisation_id");

            migrationBuilder.Sql(
                """
                alter table petitions.listed_campaigns add constraint fk_listed_campaigns_campaigns
                    foreign key (organisation_id, campaign_id) references petitions.campaigns (tenant_id, id) on delete cascade;

                -- Dictionaries that listed words are in: what is asked need not be put into the others' form.
                create table petitions.listed_dictionaries (name text not null, constraint pk_listed_dictionaries primary key (name));

                drop index petitions.ix_listed_texts_main;
                alter table petitions.listed_texts drop column main, drop column languages;

                create function petitions.list_campaign(tenant uuid, campaign uuid) returns void language sql as $$
                    insert into petitions.listed_campaigns (campaign_id, organisation_id, topic, country, languages, taking, published_at, closes_at)
                    select c.id, c.tenant_id, c.topic, c.country, t.languages, c.status = 5, c.published_at, c.closes_at
                    from petitions.campaigns c
                    cross join lateral (select array_agg(l.language order by l.language) as languages from petitions.listed_texts l where l.campaign_id = c.id) t
                    where c.tenant_id = tenant and c.id = campaign and t.languages is not null
                    on conflict (campaign_id) do update set topic = excluded.topic, country = excluded.country, languages = excluded.languages, taking = excluded.taking,
                        published_at = excluded.published_at, closes_at = excluded.closes_at
                $$;

                create or replace function petitions.relist(tenant uuid, campaign uuid) returns void language plpgsql as $$
                declare
                    new_words text[];
                begin
                    -- Whoever publishes or hides it meanwhile is waited for: else neither would see what the other one wrote.
                    perform from petitions.campaigns where tenant_id = tenant and id = campaign for share;
                    delete from petitions.listed_texts where campaign_id = campaign;
                    delete from petitions.listed_campaigns where campaign_id = campaign;
                    insert into petitions.listed_texts (organisation_id, campaign_id, language, title, head, words)
                    select tenant, campaign, t.language,
                        w.title,
                        w.title || w.demand,
                        w.title || w.demand || petitions.words_of(d.name, t.body || ' ' || o.name)
                    from petitions.campaigns c
                    join petitions.organisations o on o.id = c.tenant_id
                    cross join lateral (
                        select distinct on (x.language) x.language, x.title, x.demand, x.body from petitions.campaign_texts x
                        where x.tenant_id = c.tenant_id and x.campaign_id = c.id and x.approved_at is not null
                        order by x.language, x.version desc) t
                    cross join lateral (select petitions.dictionary_of(t.language) as name) d
                    cross join lateral (select petitions.words_of(d.name, t.title) as title, petitions.words_of(d.name, t.demand) as demand) w
                    where c.tenant_id = tenant and c.id = campaign and c.status in (5, 7, 8) and c.reviewed_at is not null and not c.hidden
                    on conflict (campaign_id, language) do nothing;
                    perform petitions.list_campaign(tenant, campaign);
                    insert into petitions.listed_dictionaries select distinct petitions.dictionary_of(l.language) from petitions.listed_texts l where l.campaign_id = campaign on conflict do nothing;

                    select array_agg(distinct w) into new_words
                    from petitions.listed_texts l
                    join petitions.organisations o on o.id = l.organisation_id
                    join petitions.campaign_texts x on x.tenant_id = l.organisation_id and x.campaign_id = l.campaign_id and x.language = l.language and x.approved_at is not null
                    cross join unnest(string_to_array(petitions.fold(x.title || ' ' || x.demand || ' ' || o.name), ' ')) as w
                    where l.campaign_id = campaign and length(w) between 3 and 40 and not exists (select from petitions.vocabulary v where v.word = w);
                    if new_words is not null then
                        -- One at a time: two transactions with each other's new words would wait for each other.
                        perform pg_advisory_xact_lock(7020961);
                        insert into petitions.vocabulary select unnest(new_words) on conflict do nothing;
                    end if;
                end
                $$;

                create function petitions.list_changed_campaign() returns trigger language plpgsql as $$
                begin
                    perform petitions.list_campaign(new.tenant_id, new.id);
                    return null;
                end
                $$;
                create trigger list_changed after update on petitions.campaigns for each row
                    when ((old.topic, old.country, old.published_at, old.closes_at) is distinct from (new.topic, new.country, new.published_at, new.closes_at))
                    execute function petitions.list_changed_campaign();

                create or replace function petitions.query_for(asked text) returns tsquery language sql stable as $$
                    select string_agg(format('(%L & (%s))', '§' || d.name, q.query), ' | ')::tsquery
                    from petitions.listed_dictionaries d
                    cross join petitions.fold(asked) as folded(words)
                    cross join lateral (select case d.name
                        when 'plain' then to_tsquery('petitions.plain', (select string_agg(quote_literal(w) || ':*', ' & ') from unnest(string_to_array(folded.words, ' ')) w))
                        else coalesce(
                            (select telling from plainto_tsquery(('petitions.' || d.name || '_asked')::regconfig, folded.words) as telling where numnode(telling) > 0),
                            plainto_tsquery(('petitions.' || d.name)::regconfig, folded.words)) end as query) q
                    where numnode(q.query) > 0
                $$;

                -- Words of a title that say what it is about: the dictionaries' own lists leave out those that say nothing, and the planner's statistics know
                -- which ones so many titles have that they tell no two apart. The rarest ones are kept, as many as some thousand titles have between them.
                create or replace function petitions.alike_query(title text) returns tsquery language sql stable as $$
                    with asked as (
                        select d.name, quote_literal(w.lexeme) as word, coalesce(k.share, 0) * (select greatest(reltuples, 0) from pg_class where oid = 'petitions.listed_texts'::regclass) as titles
                        from petitions.listed_dictionaries d
                        cross join lateral unnest(to_tsvector(('petitions.' || case d.name when 'plain' then 'plain' else d.name || '_asked' end)::regconfig, petitions.fold(title))) w
                        left join (
                            select e.lexeme, max(e.share) as share from pg_stats s
                            cross join unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) as e(lexeme, share)
                            where s.schemaname = 'petitions' and s.tablename = 'listed_texts' and s.attname = 'title' group by e.lexeme) k on k.lexeme = w.lexeme
                        where length(w.lexeme) > 2
                    ),
                    telling as (
                        select name, word from (select *, row_number() over (partition by name order by titles, word) as place, sum(titles) over (partition by name order by titles, word) as reached from asked) a
                        where reached <= 3000 or place = 1
                    )
                    select string_agg(format('(%L & (%s))', '§' || l.name, l.words), ' | ')::tsquery from (select name, string_agg(word, ' | ') as words from telling group by name) l
                $$;

                select petitions.relist(tenant_id, id) from petitions.campaigns where status in (5, 7, 8);
                """);
        }
    }
}
