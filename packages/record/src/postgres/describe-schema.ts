import type pg from "pg";

/**
 * The schema as the catalogue tells it, in an order of its own: what all migrations together amount to, for a reader
 * and for a check that no migration was forgotten. (PostgreSQL's pg_dump does not come with the embedded server.)
 */
export async function dumpSchema(pool: pg.Pool | pg.Client): Promise<string> {
  const sections: string[] = [];
  for (const [title, text] of Object.entries(questions)) {
    const { rows } = await pool.query<{ line: string }>(text);
    sections.push(`-- ${title}\n\n${rows.map((row) => row.line).join("\n\n")}\n`);
  }
  return `-- Written by dump-schema.ts from the catalogue after all migrations. Read it; change it by a migration.\n\n${sections.join("\n")}`;
}

const ours = "relnamespace = 'public'::regnamespace";

// Not-null constraints have rows of their own from PostgreSQL 18 on; they are told with the columns instead.
const questions: { readonly [title: string]: string } = {
  domains: `
    select 'create domain ' || t.typname || ' as ' || format_type(t.typbasetype, t.typtypmod) || coalesce(' ' || (
      select string_agg(pg_get_constraintdef(k.oid), ' ' order by k.conname) from pg_constraint k
      where k.contypid = t.oid and k.contype = 'c'), '') || ';' as line
    from pg_type t where t.typtype = 'd' and t.typnamespace = 'public'::regnamespace order by t.typname`,
  tables: `
    select 'create table ' || c.relname || E' (\\n' || (
      select string_agg('  ' || line, E',\\n' order by place, line) from (
        select a.attnum::int as place, quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
          || case when a.attcollation = 0 or l.collname = 'default' then '' else ' collate ' || quote_ident(l.collname) end
          || case when a.attstorage = t.typstorage then ''
             else ' storage ' || case a.attstorage when 'e' then 'external' when 'm' then 'main' when 'p' then 'plain' else 'extended' end end
          || case when a.attnotnull then ' not null' else '' end
          || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
        from pg_attribute a
        join pg_type t on t.oid = a.atttypid
        left join pg_collation l on l.oid = a.attcollation
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        union all
        select 1000, 'constraint ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid)
        from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n'
      ) as lines) || E'\\n)' || coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '') || ';' as line
    from pg_class c where c.relkind = 'r' and c.${ours} order by c.relname`,
  indexes: `
    select pg_get_indexdef(i.indexrelid) || ';' as line
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.${ours} and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
    order by c.relname`,
  functions: `
    select pg_get_functiondef(p.oid) || ';' as line from pg_proc p
    where p.pronamespace = 'public'::regnamespace order by p.proname`,
  triggers: `
    select pg_get_triggerdef(t.oid) || ';' as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and c.${ours} order by t.tgname`,
};
