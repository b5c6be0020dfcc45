-- Why: whether a case came before in its import was asked by a join, which was planned while the table was empty: by reading all of
-- the register for each case of a batch. With a limit each case is looked up by its index, whatever the table holds.
create or replace function bring_cases(
  of_register text, of_import int, standing int[], from_size bigint, signed bytea, vouched jsonb, leaf_hashes bytea, new_peaks bytea,
  all_allegations bigint, all_flagged bigint,
  ids text[], digests bytea, ends int[], bodies bytea,
  out outcome text, out size bigint, out peaks bytea, out allegations bigint, out flagged bigint, out added bigint,
  out changed bigint)
language plpgsql as $$
#variable_conflict use_column
declare
  before record;
  new_ones bigint;
  other_ones bigint;
begin
  -- One at a time for one register; filings and acts do not wait for it.
  perform pg_advisory_xact_lock(hashtextextended(of_register, 7239052414));
  select b.size, b.peaks, b.allegations, b.flagged, b.added, b.changed into before
  from imported_batch b where b.register = of_register and b.import = of_import order by b.start desc limit 1;
  if coalesce(before.size, 0) <> from_size then
    outcome := 'overtaken'; size := coalesce(before.size, 0); peaks := coalesce(before.peaks, ''::bytea);
    allegations := coalesce(before.allegations, 0); flagged := coalesce(before.flagged, 0);
    added := coalesce(before.added, 0); changed := coalesce(before.changed, 0);
    return;
  end if;

  if exists (
    select from unnest(ids) as given(id) cross join lateral (
      select from imported_case c where c.register = of_register and c.case_id = given.id and c.import = of_import limit 1
    ) as brought
  ) then
    outcome := 'case-twice';
    return;
  end if;

  -- What an import brought that was given up does not stand: it is neither compared with nor overwritten.
  with fresh as materialized (
    select given.id, given.nth, given.digest, given.start, given.until, stood.digest is not null as stood,
      coalesce((
        select max(c.version) from imported_case c where c.register = of_register and c.case_id = given.id
      ), 0) + 1 as version
    from (
      select id, until, nth, coalesce(lag(until) over (order by nth), 1) as start,
        substring(digests from (nth::int - 1) * 32 + 1 for 32) as digest
      from unnest(ids, ends) with ordinality as listed(id, until, nth)
    ) as given
    left join lateral (
      select c.digest from imported_case c
      where c.register = of_register and c.case_id = given.id and c.import = any (standing)
      order by c.version desc limit 1
    ) as stood on true
    where stood.digest is null or stood.digest <> given.digest
  ), written as (
    insert into imported_case (register, case_id, version, import, place, digest, body)
    select of_register, id, version, of_import, from_size + nth - 1, digest, substring(bodies from start for until - start)
    from fresh
  )
  select count(*) filter (where not stood), count(*) filter (where stood) into new_ones, other_ones from fresh;

  size := from_size + cardinality(ids); peaks := new_peaks; allegations := all_allegations; flagged := all_flagged;
  added := coalesce(before.added, 0) + new_ones; changed := coalesce(before.changed, 0) + other_ones;
  insert into imported_batch (register, import, start, size, statement, vouching, hashes, peaks, allegations, flagged, added, changed)
  values (of_register, of_import, from_size, size, signed, vouched, leaf_hashes, new_peaks, all_allegations, all_flagged, added, changed);
  outcome := 'brought';
end $$;
