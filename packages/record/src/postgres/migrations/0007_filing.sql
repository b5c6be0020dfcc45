-- A filing's values come as they are, one call for each, and the calls of a batch in one transaction. As one JSON text for the
-- whole batch they cost the database a third of the filing, and one statement over it was planned by guess: for a hundred
-- items, with a scan of the filings and a sort, whether one came or sixty.
drop function record_filings(jsonb, bytea);

create function record_filing(
  of_case text, of_type text, filed_at timestamptz, signed bytea, vouched jsonb, event_digest bytea, signed_digest bytea,
  number text, mailbox_digest bytea, person_key text, case_label_key bytea, case_salt bytea,
  first_stage text, first_received timestamptz, first_due timestamptz, first_clock text, first_facts text,
  places jsonb, sealed bytea, evidence jsonb,
  out outcome text, out at timestamptz, out proof_number text)
language plpgsql as $$
#variable_conflict use_column
declare
  known record;
begin
  -- In the order of their commits, as before (0002_writing).
  perform pg_advisory_xact_lock(7239052413);
  select f.at, f.proof_number, f.body_digest = signed_digest as same into known from filing f where f.case_id = of_case;
  if found then
    outcome := case when known.same then 'already-filed' else 'another-digest' end;
    at := known.at;
    proof_number := known.proof_number;
    return;
  end if;

  insert into event (stream, index, position, type, at, body, vouchings, digest)
  values (of_case, 0, coalesce((select max(e.position) from event e), 0) + 1, of_type, filed_at, signed, vouched, event_digest);
  insert into filing (case_id, body_digest, at, proof_number, mailbox, receipt_key, label_key, salt, parts, bytes)
  values (of_case, signed_digest, filed_at, number, mailbox_digest, person_key, case_label_key, case_salt, places, sealed);
  insert into case_summary (case_id, version, stage, received_at, due, clock_id, facts)
  values (of_case, 1, first_stage, first_received, first_due, first_clock, first_facts);
  insert into stage_count as known (stage, cases) values (first_stage, 1)
  on conflict (stage) do update set cases = known.cases + 1;
  -- Most parcels announce nothing, and a statement without rows costs what one with rows costs.
  if evidence is not null then
    insert into announced (case_id, name, digest, size)
    select of_case, a.name, decode(a.digest, 'hex'), a.size
    from jsonb_to_recordset(evidence) as a(name text, digest text, size bigint);
  end if;
  outcome := 'filed';
  at := filed_at;
  proof_number := number;
end $$;

-- Whoever adds a case counts it: to gather the new rows for a trigger costs more than all else that keeps the summary.
drop trigger count_new_cases on case_summary;

create or replace function count_stages() returns trigger language plpgsql as $$
begin
  -- Two steps: an upsert would check the negative half of a move against "cases >= 0" before adding it.
  insert into stage_count (stage, cases) select distinct stage, 0 from now_standing on conflict (stage) do nothing;
  update stage_count known set cases = known.cases + moved.change
  from (
    select stage, sum(change) as change from (
      select stage, 1 as change from now_standing union all select stage, -1 from stood_before
    ) as changes group by stage
  ) as moved
  where moved.stage = known.stage and moved.change <> 0;
  return null;
end $$;

create or replace function record_appends(items jsonb, sealed bytea)
returns table (n int, outcome text, version int, same boolean)
language plpgsql as $$
#variable_conflict use_column
declare
  act record;
  next_position bigint;
  actual int;
begin
  perform pg_advisory_xact_lock(7239052413);
  select coalesce(max(position), 0) + 1 into next_position from event;
  for act in
    select * from jsonb_to_recordset(items) as i(
      n int, stream text, expected int, events jsonb, parts jsonb, dropped text[], announced jsonb,
      stage text, received_at timestamptz, due timestamptz, clock_id text, facts text)
    order by i.n
  loop
    actual := coalesce((select max(e.index) + 1 from event e where e.stream = act.stream), 0);
    if actual <> act.expected then
      n := act.n; outcome := 'conflict'; version := actual;
      same := exists (
        select from event e where e.stream = act.stream and e.index = act.expected
          and e.digest = decode(act.events -> 0 ->> 'digest', 'hex'));
      return next;
      continue;
    end if;

    insert into event (stream, index, position, type, at, body, vouchings, digest)
    select act.stream, act.expected + (e.nth - 1)::int, next_position + e.nth - 1, e.event ->> 'type',
      (e.event ->> 'at')::timestamptz,
      substring(sealed from (e.event -> 'body' ->> 0)::int for (e.event -> 'body' ->> 1)::int),
      e.event -> 'vouchings', decode(e.event ->> 'digest', 'hex')
    from jsonb_array_elements(act.events) with ordinality as e(event, nth);
    next_position := next_position + jsonb_array_length(act.events);
    actual := act.expected + jsonb_array_length(act.events);

    if cardinality(act.dropped) > 0 then
      delete from sealed_part p where p.stream = act.stream and p.name = any (act.dropped);
      perform drop_from_parcel(act.stream, act.dropped);
    end if;
    if jsonb_array_length(act.parts) > 0 then
      if exists (
        select from filing f, jsonb_array_elements(f.parts) as known, jsonb_array_elements(act.parts) as new
        where f.case_id = act.stream and known ->> 'name' = new ->> 'name'
      ) then
        raise exception 'a sealed part of this name exists' using errcode = 'unique_violation';
      end if;
      insert into sealed_part (stream, name, digest, grantee, bytes)
      select act.stream, p.name, decode(p.digest, 'hex'), p.grantee, substring(sealed from p.at for p.size)
      from jsonb_to_recordset(act.parts) as p(name text, digest text, grantee text, at int, size int);
    end if;
    insert into announced (case_id, name, digest, size)
    select act.stream, a.name, decode(a.digest, 'hex'), a.size
    from jsonb_to_recordset(act.announced) as a(name text, digest text, size bigint);
    if act.stage is not null then
      update case_summary c set version = actual, stage = act.stage, received_at = act.received_at,
        due = act.due, clock_id = act.clock_id, facts = act.facts
      where c.case_id = act.stream;
      if not found then
        insert into case_summary (case_id, version, stage, received_at, due, clock_id, facts)
        values (act.stream, actual, act.stage, act.received_at, act.due, act.clock_id, act.facts);
        insert into stage_count as known (stage, cases) values (act.stage, 1)
        on conflict (stage) do update set cases = known.cases + 1;
      end if;
    else
      update case_summary c set version = actual where c.case_id = act.stream;
    end if;
    n := act.n; outcome := 'appended'; version := actual; same := null;
    return next;
  end loop;
end $$;
