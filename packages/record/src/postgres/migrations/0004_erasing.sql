-- Why: a case may be erased. Its filing stays, so that the same parcel is never filed twice, but no receipt finds it any
-- more; and evidence that is to go is written down before it goes, so that whoever is killed in between can go on.

alter table filing alter column mailbox drop not null, alter column receipt_key drop not null;

create table doomed_blob (
  case_id text collate "C" not null,
  digest  sha256 not null,
  primary key (case_id, digest)
);

-- Their samples would outlive an erasure in the planner's statistics, and no statement needs them.
alter table filing alter column mailbox set statistics 0, alter column receipt_key set statistics 0,
  alter column label_key set statistics 0, alter column salt set statistics 0;
