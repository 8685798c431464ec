using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Platform.Petitions;

namespace Platform.Migrations.Migrations;

/// <summary>
/// Search: what lists may show as words in the dictionary of their language, kept by triggers, so that no way to publish, correct or hide can forget it.
/// The model knows nothing of it; Directory asks it in SQL. Without the extensions (package postgresql-contrib) accents and typing errors are not forgiven.
/// </summary>
[DbContext(typeof(PetitionsDb))]
[Migration("20261124150000_Search")]
internal sealed class Search : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        do $$
        declare
            wanted text;
        begin
            foreach wanted in array array['unaccent', 'pg_trgm'] loop
                if exists (select from pg_available_extensions where name = wanted) then
                    execute format('create extension if not exists %I', wanted);
                end if;
            end loop;
        end
        $$;

        create function petitions.dictionaries() returns text[] language sql immutable parallel safe as $$
            select array[
                'plain', 'arabic', 'danish', 'dutch', 'english', 'french', 'german',
                'italian', 'norwegian', 'portuguese', 'romanian', 'russian', 'spanish', 'swedish']
        $$;

        -- Words as they are compared: no case, no accents, Arabic and Persian letters and digits as one, nothing between them but a space.
        do $$
        declare
            accents text := (select format('%I.unaccent(''%I.unaccent'', %%s)', n.nspname, n.nspname)
                from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'unaccent');
            language text;
            purpose text;
        begin
            execute format($fold$
                create function petitions.fold(words text) returns text language sql stable parallel safe as $body$
                    select btrim(regexp_replace(translate(
                        lower(%s),
                        E'یىکة٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹!"#$%%&''()*+,-./:;<=>?@[\\]^_`{|}~¡¿§«»·–—‘’“”„…‹›،؛؟٪٫٬۔\u00a0\u200b\u200c\u2060\ufeff\u00ad\u200d',
                        'ييكه' || repeat('0123456789', 2) || repeat(' ', 60)), '\s+', ' ', 'g'))
                $body$
                $fold$, format(coalesce(accents, '%s'), $marks$normalize(regexp_replace(normalize(words, NFKD), '[\u0300-\u036f\u064b-\u0655\u0670\u0640]', '', 'g'), NFC)$marks$));

            -- Texts keep all their words; from what is asked those that say nothing are left out, unless it has no others.
            foreach language in array petitions.dictionaries() loop
                continue when language = 'plain';
                foreach purpose in array array['', '_asked'] loop
                    execute format('create text search dictionary petitions.%I (template = pg_catalog.snowball, language = %L%s)', language || '_stem' || purpose, language,
                        case when purpose = '_asked' and language not in ('arabic', 'romanian') then format(', stopwords = %L', language) end);
                    execute format('create text search configuration petitions.%I (copy = pg_catalog.%I)', language || purpose, language);
                    execute format('alter text search configuration petitions.%I alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part with petitions.%I',
                        language || purpose, language || '_stem' || purpose);
                end loop;
            end loop;
            create text search configuration petitions.plain (copy = pg_catalog.simple);
        end
        $$;

        -- Persian has no dictionary here, and where endings hang on endings (Turkish, Finnish, Hungarian) stems need the accents: there the beginning of a word finds it.
        create function petitions.dictionary_of(language text) returns text language sql immutable parallel safe as $$
            select case split_part(language, '-', 1)
                when 'ar' then 'arabic' when 'da' then 'danish' when 'nl' then 'dutch' when 'en' then 'english' when 'fr' then 'french'
                when 'de' then 'german' when 'it' then 'italian' when 'nb' then 'norwegian' when 'nn' then 'norwegian' when 'no' then 'norwegian'
                when 'pt' then 'portuguese' when 'ro' then 'romanian' when 'ru' then 'russian' when 'es' then 'spanish' when 'sv' then 'swedish'
                else 'plain' end
        $$;

        -- Each text also holds the name of its dictionary, so that one look into the index finds the words in every language by its own rules.
        create function petitions.words_of(dictionary text, words text) returns tsvector language sql stable parallel safe as $$
            select strip(to_tsvector(('petitions.' || dictionary)::regconfig, petitions.fold(left(words, 200000)))) || array_to_tsvector(array['§' || dictionary])
        $$;

        create function petitions.query_for(asked text) returns tsquery language sql stable as $$
            select string_agg(format('(%L & (%s))', '§' || d.name, q.query), ' | ')::tsquery
            from unnest(petitions.dictionaries()) as d(name)
            cross join petitions.fold(asked) as folded(words)
            cross join lateral (select case d.name
                when 'plain' then to_tsquery('petitions.plain', (select string_agg(quote_literal(w) || ':*', ' & ') from unnest(string_to_array(folded.words, ' ')) w))
                else coalesce(
                    (select telling from plainto_tsquery(('petitions.' || d.name || '_asked')::regconfig, folded.words) as telling where numnode(telling) > 0),
                    plainto_tsquery(('petitions.' || d.name)::regconfig, folded.words)) end as query) q
            where numnode(q.query) > 0
        $$;

        -- What lists may show, and nothing else: a row is there while its campaign is listed. So it is everybody's, and has no tenant's lock, under which
        -- no index over words could be used.
        create table petitions.listed_texts (
            organisation_id uuid not null,
            campaign_id uuid not null,
            language varchar(10) not null,
            main boolean not null,
            languages text[] not null,
            title tsvector not null,
            head tsvector not null,
            words tsvector not null,
            constraint pk_listed_texts primary key (campaign_id, language),
            constraint fk_listed_texts_campaigns foreign key (organisation_id, campaign_id) references petitions.campaigns (tenant_id, id) on delete cascade
        ) with (toast_tuple_target = 512);
        alter table petitions.listed_texts alter column words set storage external;
        -- Words of titles and demands, to find what a mistyped one was meant to be.
        create table petitions.vocabulary (word text not null, constraint pk_vocabulary primary key (word));
        create index ix_listed_texts_organisation_id on petitions.listed_texts (organisation_id, campaign_id);
        create index ix_listed_texts_title on petitions.listed_texts using gin (title);
        create index ix_listed_texts_words on petitions.listed_texts using gin (words);
        create index ix_listed_texts_main on petitions.listed_texts (campaign_id) include (organisation_id, languages) where main;
        create index ix_campaigns_id on petitions.campaigns (id);

        create function petitions.relist(tenant uuid, campaign uuid) returns void language plpgsql as $$
        declare
            new_words text[];
        begin
            delete from petitions.listed_texts where campaign_id = campaign;
            insert into petitions.listed_texts (organisation_id, campaign_id, language, main, languages, title, head, words)
            select tenant, campaign, t.language,
                t.language = first_value(t.language) over (order by t.language <> c.language, t.language),
                array_agg(t.language) over (),
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

        create function petitions.relist_campaign() returns trigger language plpgsql as $$
        begin
            perform petitions.relist(new.tenant_id, new.id);
            return null;
        end
        $$;
        create function petitions.relist_text() returns trigger language plpgsql as $$
        begin
            perform petitions.relist(new.tenant_id, new.campaign_id);
            return null;
        end
        $$;
        create function petitions.relist_organisation() returns trigger language plpgsql as $$
        begin
            perform petitions.relist(new.id, l.campaign_id) from (select distinct campaign_id from petitions.listed_texts where organisation_id = new.id) l;
            return null;
        end
        $$;

        create trigger relist after update on petitions.campaigns for each row
            when ((old.status, old.reviewed_at is null, old.hidden, old.language) is distinct from (new.status, new.reviewed_at is null, new.hidden, new.language))
            execute function petitions.relist_campaign();
        create trigger relist_written after insert on petitions.campaign_texts for each row when (new.approved_at is not null) execute function petitions.relist_text();
        create trigger relist_approved after update on petitions.campaign_texts for each row
            when ((old.approved_at, old.hash) is distinct from (new.approved_at, new.hash) and (old.approved_at is not null or new.approved_at is not null)) execute function petitions.relist_text();
        create trigger relist after update on petitions.organisations for each row when (old.name is distinct from new.name) execute function petitions.relist_organisation();

        -- Any word of a title that says what it is about; the dictionaries' own lists leave out those that say nothing.
        create function petitions.alike_query(title text) returns tsquery language sql stable as $$
            select string_agg(format('(%L & (%s))', '§' || d.name, l.words), ' | ')::tsquery
            from unnest(petitions.dictionaries()) as d(name)
            cross join lateral (
                select string_agg(quote_literal(lexeme), ' | ') as words
                from unnest(to_tsvector(('petitions.' || case d.name when 'plain' then 'plain' else d.name || '_asked' end)::regconfig, petitions.fold(title))) where length(lexeme) > 2) l
            where l.words is not null
        $$;

        do $$
        declare
            place text := (select quote_ident(n.nspname) from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm');
        begin
            if place is null then
                create function petitions.words_like(asked text) returns setof text language sql stable as 'select word from petitions.vocabulary where word = asked';
                return;
            end if;

            execute format('create index ix_vocabulary_word on petitions.vocabulary using gin (word %s.gin_trgm_ops)', place);
            execute format($some$
                create function petitions.words_like(asked text) returns setof text language sql stable set pg_trgm.similarity_threshold = 0.2 as $body$
                    select word from petitions.vocabulary where word operator(%1$s.%%) asked order by %1$s.similarity(word, asked) desc, word limit 40
                $body$
                $some$, place);
        end
        $$;

        select petitions.relist(tenant_id, id) from petitions.campaigns where status in (5, 7, 8);
        """);
}
