-- Why: somebody who holds a share of a case's key asks which cases want it. They read no queue, and of a hundred thousand cases a
-- handful wait; the index holds those alone.
create index queue_by_opening on case_summary (case_id) where facts like '%"openingUntil":%';
