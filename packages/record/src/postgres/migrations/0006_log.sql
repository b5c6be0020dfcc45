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
