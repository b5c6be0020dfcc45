-- Why: one statement per batch. The lock below serialises commits, so what is done while it is held must be short.

create function count_stages() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into stage_count as known (stage, cases)
      select stage, count(*) from now_standing group by stage
      on conflict (stage) do update set cases = known.cases + excluded.cases;
  else
    insert into stage_count as known (stage, cases)
      select stage, sum(change) from (
        select stage, 1 as change from now_standing union all select stage, -1 from stood_before
      ) as changes group by stage having sum(change) <> 0
      on conflict (stage) do update set cases = known.cases + excluded.cases;
  end if;
  return null;
end $$;
create trigger count_new_cases after insert on case_summary
  referencing new table as now_standing
  for each statement execute function count_stages();
create trigger count_moved_cases after update on case_summary
  referencing new table as now_standing old table as stood_before
  for each statement execute function count_stages();

create function lock_record() returns bigint language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7239052413);
  return 0;
end $$;

create function record_filings(items jsonb, bytes bytea)
returns table (n int, outcome text, at timestamptz, proof_number text)
language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off
as $$
#variable_conflict use_column
declare
  last_position bigint;
begin
  perform lock_record();
  select coalesce(max(position), 0) into last_position from event;
  return query
  with item as materialized (
    select * from jsonb_to_recordset(items) as i(
      n int, case_id text, type text, at timestamptz, body int[], vouchings jsonb, digest text, body_digest text,
      proof_number text, mailbox text, receipt_key text, label_key int[], salt int[],
      stage text, received_at timestamptz, due timestamptz, clock_id text, facts text,
      leaf_index int, leaf int[], parts jsonb, announced jsonb)
  ), known as materialized (
    select item.n, f.at, f.proof_number, f.body_digest = decode(item.body_digest, 'hex') as same
    from item join filing f on f.case_id = item.case_id
  ), fresh as materialized (
    select item.*, last_position + row_number() over (order by item.n) as position
    from item where item.n not in (select n from known)
  ), events as (
    insert into event (stream, index, position, type, at, body, vouchings, digest)
    select case_id, 0, position, type, at, substring(bytes from body[1] for body[2]), vouchings, decode(digest, 'hex')
    from fresh
  ), filings as (
    insert into filing (case_id, body_digest, at, proof_number, mailbox, receipt_key, label_key, salt)
    select case_id, decode(body_digest, 'hex'), at, proof_number, decode(mailbox, 'hex'), receipt_key,
      substring(bytes from label_key[1] for label_key[2]), substring(bytes from salt[1] for salt[2])
    from fresh
  ), summaries as (
    insert into case_summary (case_id, version, stage, received_at, due, clock_id, facts)
    select case_id, 1, stage, received_at, due, clock_id, facts from fresh
  ), parts as (
    insert into sealed_part (stream, name, digest, bytes)
    select fresh.case_id, p.name, decode(p.digest, 'hex'), substring(bytes from p.at for p.size)
    from fresh, jsonb_to_recordset(fresh.parts) as p(name text, digest text, at int, size int)
  ), announcements as (
    insert into announced (case_id, name, digest, size)
    select fresh.case_id, a.name, decode(a.digest, 'hex'), a.size
    from fresh, jsonb_to_recordset(fresh.announced) as a(name text, digest text, size bigint)
  ), leaves as (
    insert into pending (position, stream, index, leaf)
    select position, case_id, leaf_index, substring(bytes from leaf[1] for leaf[2]) from fresh
  )
  select n, 'filed', at, proof_number from fresh
  union all
  select n, case when same then 'already-filed' else 'another-digest' end, at, proof_number from known;
end $$;
