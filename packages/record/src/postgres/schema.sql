-- Written by dump-schema.ts from the catalogue after all migrations. Read it; change it by a migration.

-- domains

create domain from_one as bigint CHECK ((VALUE > 0));

create domain from_zero as integer CHECK ((VALUE >= 0));

create domain sha256 as bytea CHECK ((octet_length(VALUE) = 32));

-- tables

create table announced (
  case_id text collate "C" not null,
  name text collate "C" not null,
  digest sha256 not null,
  size bigint not null,
  arrived boolean not null default false,
  constraint announced_pkey PRIMARY KEY (case_id, name),
  constraint announced_size_check CHECK ((size >= 0))
);

create table case_summary (
  case_id text collate "C" not null,
  version from_one not null,
  stage text collate "C" not null,
  received_at timestamp with time zone not null,
  due timestamp with time zone not null,
  clock_id text,
  facts text not null,
  constraint case_summary_check CHECK (((due = 'infinity'::timestamp with time zone) = (clock_id IS NULL))),
  constraint case_summary_pkey PRIMARY KEY (case_id)
);

create table doomed_blob (
  case_id text collate "C" not null,
  digest sha256 not null,
  constraint doomed_blob_pkey PRIMARY KEY (case_id, digest)
);

create table event (
  stream text collate "C" not null,
  index from_zero not null,
  "position" from_one not null,
  type text not null,
  at timestamp with time zone not null,
  body bytea storage external not null,
  vouchings jsonb not null,
  digest sha256 not null,
  constraint event_pkey PRIMARY KEY (stream, index),
  constraint event_position_key UNIQUE ("position")
) with (toast_tuple_target=8160);

create table filing (
  case_id text collate "C" not null,
  body_digest sha256 not null,
  at timestamp with time zone not null,
  proof_number text not null,
  mailbox sha256,
  receipt_key text,
  label_key bytea,
  salt bytea,
  parts jsonb not null,
  bytes bytea storage external not null,
  constraint filing_check CHECK (((label_key IS NULL) = (salt IS NULL))),
  constraint filing_pkey PRIMARY KEY (case_id)
) with (toast_tuple_target=8160);

create table imported_batch (
  register text collate "C" not null,
  import integer not null,
  start bigint not null,
  size bigint not null,
  statement bytea not null,
  vouching jsonb not null,
  hashes bytea storage external not null,
  peaks bytea not null,
  allegations bigint not null,
  flagged bigint not null,
  added bigint not null,
  changed bigint not null,
  constraint imported_batch_added_check CHECK ((added >= 0)),
  constraint imported_batch_allegations_check CHECK ((allegations >= 0)),
  constraint imported_batch_changed_check CHECK ((changed >= 0)),
  constraint imported_batch_check CHECK ((size > start)),
  constraint imported_batch_flagged_check CHECK ((flagged >= 0)),
  constraint imported_batch_import_check CHECK ((import >= 0)),
  constraint imported_batch_pkey PRIMARY KEY (register, import, start),
  constraint imported_batch_register_import_size_key UNIQUE (register, import, size),
  constraint imported_batch_start_check CHECK ((start >= 0))
);

create table imported_case (
  register text collate "C" not null,
  case_id text collate "C" not null,
  version integer not null,
  import integer not null,
  place bigint not null,
  digest sha256 not null,
  body bytea not null,
  constraint imported_case_pkey PRIMARY KEY (register, case_id, version),
  constraint imported_case_version_check CHECK ((version > 0))
);

create table log_head (
  one boolean not null default true,
  size bigint not null,
  root sha256 not null,
  followed bigint not null,
  constraint log_head_followed_check CHECK ((followed >= 0)),
  constraint log_head_one_check CHECK (one),
  constraint log_head_pkey PRIMARY KEY (one),
  constraint log_head_size_check CHECK ((size >= 0))
);

create table log_leaf (
  index bigint not null,
  leaf bytea not null,
  proof_number bigint not null,
  key text collate "C",
  salt bytea,
  constraint log_leaf_index_check CHECK ((index >= 0)),
  constraint log_leaf_key_key UNIQUE (key),
  constraint log_leaf_leaf_check CHECK ((octet_length(leaf) <= 65535)),
  constraint log_leaf_pkey PRIMARY KEY (index),
  constraint log_leaf_proof_number_check CHECK ((proof_number >= 0))
);

create table mailbox_opening (
  case_id text collate "C" not null,
  hour timestamp with time zone not null,
  constraint mailbox_opening_pkey PRIMARY KEY (case_id)
);

create table migration (
  number integer not null,
  name text not null,
  digest text not null,
  at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (number)
);

create table referral_code (
  code sha256 not null,
  case_id text collate "C" not null,
  referral integer not null,
  answer sha256,
  answered_at timestamp with time zone,
  constraint referral_code_check CHECK (((answer IS NULL) = (answered_at IS NULL))),
  constraint referral_code_pkey PRIMARY KEY (code),
  constraint referral_code_referral_check CHECK ((referral > 0))
);

create table sealed_part (
  stream text collate "C" not null,
  name text collate "C" not null,
  digest sha256 not null,
  grantee text,
  bytes bytea storage external not null,
  constraint sealed_part_pkey PRIMARY KEY (stream, name)
);

create table server_secret (
  name text collate "C" not null,
  bytes bytea not null,
  constraint server_secret_bytes_check CHECK ((octet_length(bytes) = 32)),
  constraint server_secret_pkey PRIMARY KEY (name)
);

create table session (
  token_digest sha256 not null,
  staff text not null,
  expires timestamp with time zone not null,
  constraint session_pkey PRIMARY KEY (token_digest)
);

create table spent_challenge (
  digest sha256 not null,
  until timestamp with time zone not null,
  constraint spent_challenge_pkey PRIMARY KEY (digest)
);

create table stage_count (
  stage text collate "C" not null,
  cases bigint not null,
  constraint stage_count_cases_check CHECK ((cases >= 0)),
  constraint stage_count_pkey PRIMARY KEY (stage)
);

-- indexes

CREATE INDEX filing_by_mailbox ON public.filing USING btree (mailbox);

CREATE INDEX log_leaf_by_number ON public.log_leaf USING btree (proof_number);

CREATE INDEX queue_by_due ON public.case_summary USING btree (due, case_id);

CREATE INDEX queue_by_opening ON public.case_summary USING btree (case_id) WHERE (facts ~~ '%"openingUntil":%'::text);

CREATE INDEX queue_by_stage_and_due ON public.case_summary USING btree (stage, due, case_id);

CREATE INDEX referral_code_by_case ON public.referral_code USING btree (case_id);

CREATE INDEX sealed_part_by_grantee ON public.sealed_part USING btree (grantee) WHERE (grantee IS NOT NULL);

CREATE INDEX session_by_staff ON public.session USING btree (staff);

CREATE INDEX unsaid_of_floods ON public.case_summary USING btree ("substring"(facts, '"unsaid":"([^"]+)"'::text) COLLATE "C", case_id) WHERE (stage = 'closed-as-flood'::text);

-- functions

CREATE OR REPLACE FUNCTION public.bring_cases(of_register text, of_import integer, standing integer[], from_size bigint, signed bytea, vouched jsonb, leaf_hashes bytea, new_peaks bytea, all_allegations bigint, all_flagged bigint, ids text[], digests bytea, ends integer[], bodies bytea, OUT outcome text, OUT size bigint, OUT peaks bytea, OUT allegations bigint, OUT flagged bigint, OUT added bigint, OUT changed bigint)
 RETURNS record
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.count_stages()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.drop_from_parcel(of_case text, dropped text[])
 RETURNS void
 LANGUAGE sql
AS $function$
  update filing f set parts = kept.parts, bytes = kept.bytes
  from (
    select coalesce(jsonb_agg(part || jsonb_build_object('at', new_at) order by n), '[]') as parts,
      coalesce(string_agg(bytes, ''::bytea order by n), ''::bytea) as bytes
    from (
      select p.part, p.n,
        substring(g.bytes from (p.part ->> 'at')::int for (p.part ->> 'size')::int) as bytes,
        1 + coalesce(sum((p.part ->> 'size')::int)
          over (order by p.n rows between unbounded preceding and 1 preceding), 0) as new_at
      from filing g, jsonb_array_elements(g.parts) with ordinality as p(part, n)
      where g.case_id = of_case and not p.part ->> 'name' = any (dropped)
    ) as remaining
  ) as kept
  where f.case_id = of_case
    and exists (select from jsonb_array_elements(f.parts) as p where p ->> 'name' = any (dropped));
$function$
;

CREATE OR REPLACE FUNCTION public.keep_leaf()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' then
    if (new.index, new.leaf, new.proof_number) = (old.index, old.leaf, old.proof_number)
      and new.key is not distinct from old.key and new.salt is null then
      return new;
    end if;
  end if;
  raise exception 'leaves are never changed' using errcode = 'restrict_violation';
end $function$
;

CREATE OR REPLACE FUNCTION public.keep_register()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'what a register said is never changed' using errcode = 'restrict_violation';
end $function$
;

CREATE OR REPLACE FUNCTION public.record_appends(items jsonb, sealed bytea)
 RETURNS TABLE(n integer, outcome text, version integer, same boolean)
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.record_filing(of_case text, of_type text, filed_at timestamp with time zone, signed bytea, vouched jsonb, event_digest bytea, signed_digest bytea, number text, mailbox_digest bytea, person_key text, case_label_key bytea, case_salt bytea, first_stage text, first_received timestamp with time zone, first_due timestamp with time zone, first_clock text, first_facts text, places jsonb, sealed bytea, evidence jsonb, OUT outcome text, OUT at timestamp with time zone, OUT proof_number text)
 RETURNS record
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'events are never changed' using errcode = 'restrict_violation';
end $function$
;

-- triggers

CREATE TRIGGER all_imported_is_forever BEFORE TRUNCATE ON public.imported_case FOR EACH STATEMENT EXECUTE FUNCTION keep_register();

CREATE TRIGGER batch_is_forever BEFORE DELETE OR UPDATE ON public.imported_batch FOR EACH STATEMENT EXECUTE FUNCTION keep_register();

CREATE TRIGGER batches_are_forever BEFORE TRUNCATE ON public.imported_batch FOR EACH STATEMENT EXECUTE FUNCTION keep_register();

CREATE TRIGGER count_moved_cases AFTER UPDATE ON public.case_summary REFERENCING OLD TABLE AS stood_before NEW TABLE AS now_standing FOR EACH STATEMENT EXECUTE FUNCTION count_stages();

CREATE TRIGGER event_is_forever BEFORE DELETE OR UPDATE ON public.event FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER events_are_forever BEFORE TRUNCATE ON public.event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER imported_is_forever BEFORE DELETE OR UPDATE ON public.imported_case FOR EACH STATEMENT EXECUTE FUNCTION keep_register();

CREATE TRIGGER leaf_is_forever BEFORE DELETE OR UPDATE ON public.log_leaf FOR EACH ROW EXECUTE FUNCTION keep_leaf();

CREATE TRIGGER leaves_are_forever BEFORE TRUNCATE ON public.log_leaf FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
