-- Why: asking for a challenge made a row, so a stranger could fill the table. A challenge now proves itself with a secret
-- that all processes share, and a row is made only when somebody has signed in with it.

drop table challenge;

create table server_secret (
  name  text collate "C" primary key,
  bytes bytea not null check (octet_length(bytes) = 32)
);

create table spent_challenge (
  digest sha256 primary key,
  until  timestamptz not null              -- as long as any process might still take it for good
);
