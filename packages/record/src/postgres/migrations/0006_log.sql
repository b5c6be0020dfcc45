-- The public log: its leaves in their order, and the one row that says how far it has come. Safety lies in that row (whoever
-- extends the log names the size that was there) and in the place of a leaf, not in a lock: two writers never both win.

create table log_leaf (
  index        bigint primary key check (index >= 0),
  leaf         bytea not null check (octet_length(leaf) <= 65535),
  proof_number bigint not null check (proof_number >= 0),
  key          text collate "C" unique,
  salt         bytea
);

create index log_leaf_by_number on log_leaf (proof_number);

-- No row: a log without leaves.
create table log_head (
  one      boolean primary key default true check (one),
  size     bigint not null check (size >= 0),
  root     sha256 not null,
  followed bigint not null check (followed >= 0)
);

-- A leaf stands for ever. What opens it may be taken away, once, and is never changed.
create function keep_leaf() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (new.index, new.leaf, new.proof_number) = (old.index, old.leaf, old.proof_number)
      and new.key is not distinct from old.key and new.salt is null then
      return new;
    end if;
  end if;
  raise exception 'leaves are never changed' using errcode = 'restrict_violation';
end $$;

create trigger leaf_is_forever before delete or update on log_leaf for each row execute function keep_leaf();
create trigger leaves_are_forever before truncate on log_leaf for each statement execute function refuse_change();

-- What waits for the log is told by the record itself: every event behind the position that the head has followed. So a
-- filing writes a row less, and nothing can wait twice.
drop table pending;

-- One statement over a whole batch was planned for a hundred items, with a scan of the filings and a sort, whether one came
-- or sixty. Each item by itself costs the same few lookups whatever the tables hold; their plans are kept by the connection.
create or replace function record_filings(items jsonb, sealed bytea)
returns table (n int, outcome text, at timestamptz, proof_number text)
language plpgsql as $$
#variable_conflict use_column
declare
  item record;
  known record;
  next_position bigint;
begin
  perform pg_advisory_xact_lock(7239052413);
  select coalesce(max(position), 0) + 1 into next_position from event;
  for item in
    select * from jsonb_to_recordset(items) as i(
      n int, case_id text, type text, at timestamptz, body int[], vouchings jsonb, digest text, body_digest text,
      proof_number text, mailbox text, receipt_key text, label_key int[], salt int[],
      stage text, received_at timestamptz, due timestamptz, clock_id text, facts text,
      parts jsonb, bytes int[], announced jsonb)
    order by i.n
  loop
    n := item.n;
    select f.at, f.proof_number, f.body_digest = decode(item.body_digest, 'hex') as same into known
    from filing f where f.case_id = item.case_id;
    if found then
      outcome := case when known.same then 'already-filed' else 'another-digest' end;
      at := known.at;
      proof_number := known.proof_number;
      return next;
      continue;
    end if;

    insert into event (stream, index, position, type, at, body, vouchings, digest)
    values (item.case_id, 0, next_position, item.type, item.at, substring(sealed from item.body[1] for item.body[2]),
      item.vouchings, decode(item.digest, 'hex'));
    insert into filing (case_id, body_digest, at, proof_number, mailbox, receipt_key, label_key, salt, parts, bytes)
    values (item.case_id, decode(item.body_digest, 'hex'), item.at, item.proof_number, decode(item.mailbox, 'hex'),
      item.receipt_key, substring(sealed from item.label_key[1] for item.label_key[2]),
      substring(sealed from item.salt[1] for item.salt[2]), item.parts,
      substring(sealed from item.bytes[1] for item.bytes[2]));
    insert into case_summary (case_id, version, stage, received_at, due, clock_id, facts)
    values (item.case_id, 1, item.stage, item.received_at, item.due, item.clock_id, item.facts);
    -- Most parcels announce nothing, and a statement without rows costs what one with rows costs.
    if jsonb_array_length(item.announced) > 0 then
      insert into announced (case_id, name, digest, size)
      select item.case_id, a.name, decode(a.digest, 'hex'), a.size
      from jsonb_to_recordset(item.announced) as a(name text, digest text, size bigint);
    end if;
    next_position := next_position + 1;
    outcome := 'filed';
    at := item.at;
    proof_number := item.proof_number;
    return next;
  end loop;
end $$;
