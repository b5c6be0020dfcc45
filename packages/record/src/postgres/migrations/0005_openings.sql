-- Why: a person is told when their mailbox was opened last, so that they notice when somebody else has their digits. Only
-- the last opening is kept, by the hour; a row of its own, so that looking rewrites no filing.

create table mailbox_opening (
  case_id text collate "C" primary key,
  hour    timestamptz not null
);
