-- Each week whose digests have been posted, by its first day. Once a week: whoever comes second finds the row, or fails on it.
create table digest_round (
  week_on date not null primary key,
  posted_at timestamp with time zone not null
);
