-- The highest tier that each review has reached: with a postponement, since a restart is overdue, or because somebody stood still.
create view tier_reached as
select review_id, max(tier) as tier from (
  select review_id, tier from ledger_entry
  union all
  select d.review_id, e.tier from deferral d join deferral_event e on e.deferral_id = d.id where e.tier is not null
  union all
  select review_id, tier from stood_still
) reached
group by review_id;
