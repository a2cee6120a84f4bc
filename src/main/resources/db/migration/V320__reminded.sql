-- The day on which a step was last named in a reminder. A seat is sent one reminder a day, which names all its open steps.
alter table body_request add column reminded_on date;
