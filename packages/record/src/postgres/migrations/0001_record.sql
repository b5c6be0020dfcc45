-- Why: the record itself. Events are for ever; everything else here can be read from them again or may be erased.

-- A domain's check is kept ready by the session; a table's is read anew for every statement that writes.
create domain sha256 as bytea check (octet_length(value) = 32);
create domain from_zero as int check (value >= 0);
create domain from_one as bigint check (value > 0);

create table event (
  stream    text collate "C" not null,
  index     from_zero not null,
  position  from_one not null unique,
  type      text not null,
  at        timestamptz not null,
  body      bytea not null,                -- the signed bytes as they came: jsonb is not byte-stable and refuses NUL
  vouchings jsonb not null,
  digest    sha256 not null,
  primary key (stream, index)              -- two writers cannot both be next
);
-- Signed and sealed bytes do not shrink. Events below a page stay in their row: they are read with it.
alter table event alter column body set storage external;
alter table event set (toast_tuple_target = 8160);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'events are never changed' using errcode = 'restrict_violation';
end $$;
create trigger event_is_forever before update or delete on event
  for each row execute function refuse_change();
create trigger events_are_forever before truncate on event
  for each statement execute function refuse_change();

create table filing (
  case_id      text collate "C" primary key,
  body_digest  sha256 not null,
  at           timestamptz not null,
  proof_number text not null,
  mailbox      sha256 not null,
  receipt_key  text not null,
  label_key    bytea,                      -- the erasable pair: both or neither
  salt         bytea,
  parts        jsonb not null,             -- [{name, digest, at, size}] into bytes
  bytes        bytea not null,
  check ((label_key is null) = (salt is null))
);
alter table filing alter column bytes set storage external;
alter table filing set (toast_tuple_target = 8160);
create index filing_by_mailbox on filing (mailbox);

create table sealed_part (
  stream  text collate "C" not null,
  name    text collate "C" not null,
  digest  sha256 not null,
  grantee text,
  bytes   bytea not null,
  primary key (stream, name)
);
alter table sealed_part alter column bytes set storage external;
create index sealed_part_by_grantee on sealed_part (grantee) where grantee is not null;

create table case_summary (
  case_id     text collate "C" primary key,
  version     from_one not null,
  stage       text collate "C" not null,
  received_at timestamptz not null,
  due         timestamptz not null,        -- infinity: no clock runs. So one index serves pages to the very end
  clock_id    text,
  facts       text not null,               -- JSON as text: jsonb refuses NUL, which a name may hold
  check ((due = 'infinity') = (clock_id is null))
);
create index queue_by_due on case_summary (due, case_id);
create index queue_by_stage_and_due on case_summary (stage, due, case_id);

create table stage_count (
  stage text collate "C" primary key,
  cases bigint not null check (cases >= 0)
);

create table announced (
  case_id text collate "C" not null,
  name    text collate "C" not null,
  digest  sha256 not null,
  size    bigint not null check (size >= 0),
  arrived boolean not null default false,
  primary key (case_id, name)
);

create table pending (
  position bigint primary key,
  stream   text collate "C" not null,
  index    int not null,
  leaf     bytea not null
);
create table session (
  token_digest sha256 primary key,
  staff        text not null,
  expires      timestamptz not null
);
create index session_by_staff on session (staff);

create table challenge (
  nonce   text collate "C" primary key,
  staff   text not null,
  expires timestamptz not null
);
