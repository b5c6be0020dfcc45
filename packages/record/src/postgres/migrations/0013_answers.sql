-- Why: what a forum answered waits for somebody to write it down, and until then it is not silent; so whoever lists referrals must
-- know since when it waits. Of what came before this, the hour of the upgrade stands for that: it waits at least since then.
alter table referral_code add column answered_at timestamptz;
update referral_code set answered_at = now() where answer is not null;
alter table referral_code add constraint referral_code_check check ((answer is null) = (answered_at is null));
