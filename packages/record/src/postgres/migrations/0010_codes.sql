-- Why: a forum to which a case was referred answers with a code from the letter, without an account. Whoever has the database
-- has digests only; a code is used once, and the answer it came with lies sealed among the parts of the case.
create table referral_code (
  code     sha256 primary key,
  case_id  text collate "C" not null,
  referral int not null check (referral > 0),
  answer   sha256
);
create index referral_code_by_case on referral_code (case_id);
