-- The highest tier that each review has reached, and whether it is put off now, are kept beside how often it was: written where it
-- happens, and counted from the index alone. A county's review, which is never put off, has its tier from its own rows.
alter table so_far add column tier integer not null default 0;
alter table so_far add column put_off boolean not null default false;
update so_far set
  tier = coalesce((select t.tier from tier_reached t where t.review_id = so_far.review_id), 0),
  put_off = exists (select 1 from deferral d where d.review_id = so_far.review_id and d.ended_on is null);
create index so_far_by_tier on so_far (put_off, tier);
drop view tier_reached;
