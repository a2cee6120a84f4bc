-- How far each review has got, in a row of its own: what lists over many reviews are read in the order of. It is written where it happens,
-- so that no list has to look through all that was ever asked or entered. The number and the day of the review are here too, for the order.
create table so_far (
  review_id varchar(64) not null primary key references review (reference),
  review_number bigint not null,
  opened_at timestamp with time zone not null,
  -- how often it has been put off, before it was proposed here included
  times integer not null,
  -- since when nobody has answered anything in its stage; none once it has ended
  still_since timestamp with time zone
);
create index so_far_by_times on so_far (times desc, opened_at, review_number);
create index so_far_by_still on so_far (still_since, opened_at, review_number);

insert into so_far (review_id, review_number, opened_at, times, still_since)
select r.reference, r.id, r.opened_at,
       coalesce((select max(n.number) from ledger_entry n where n.review_id = r.reference), r.times_put_off),
       case when r.state = 'RUNNING' then coalesce(
         (select max(d.closed_at) from body_request d
          where d.review_id = r.reference and d.closed_at >= r.stage_since and not d.withdrawn), r.stage_since) end
from review r;

-- When it was put off last, as the ledger has it: one look at all reviews counts those that were put off since a day.
alter table review add column put_off_at timestamp with time zone;
update review set put_off_at = (select max(l.entered_at) from ledger_entry l where l.review_id = review.reference);

-- The London days of a postponement, each written once, when it is known: from, until, entered in the ledger, ended.
alter table deferral add column from_on date;
alter table deferral add column until_on date;
alter table deferral add column entered_on date;
alter table deferral add column ended_on date;
update deferral set
  from_on = cast(opened_at at time zone 'Europe/London' as date),
  until_on = (select max(e.new_on) from ledger_entry e where e.deferral_id = deferral.id),
  entered_on = cast((select min(e.entered_at) from ledger_entry e where e.deferral_id = deferral.id) at time zone 'Europe/London' as date),
  ended_on = cast((select min(v.happened_at) from deferral_event v
                   where v.deferral_id = deferral.id
                     and v.kind in ('RESTARTED', 'START_WITH_PRESENT', 'INDEPENDENT_CONVENOR', 'HANDED_OVER', 'CLOSED'))
                  at time zone 'Europe/London' as date);
