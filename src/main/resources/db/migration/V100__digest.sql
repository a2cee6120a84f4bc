-- A mail may be about several reviews; then it names none.
alter table notice alter column review_id drop not null;

-- Each week whose digests have been posted, by its first day. Once a week: whoever comes second finds the row, or fails on it.
create table digest_round (
  week_on date not null primary key,
  posted_at timestamp with time zone not null
);

-- What is open for one body, found without looking through everything that was ever asked.
create index body_request_by_body on body_request (body_id, closed_at);
