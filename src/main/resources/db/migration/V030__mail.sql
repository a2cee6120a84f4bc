-- The outbox: one row for each mail to one person. What the mail prints (facts) and puts into its reader's calendar is kept
-- only until the mail is sent or withdrawn; what stays says who was told about what, and when. A mail about several reviews
-- names none.
create table notice (
  id varchar(36) not null primary key,
  review_id varchar(64) references review_reference (reference),
  body_id varchar(64),
  request_id bigint,
  template varchar(64) not null,
  recipient_name varchar(200) not null,
  recipient_address varchar(254) not null,
  subject varchar(300) not null,
  facts varchar(20000),
  queued_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  withdrawn_why varchar(500),
  message_id varchar(300) not null,
  calendar_uid varchar(300),
  calendar_sequence integer,
  calendar_method varchar(10),
  calendar varchar(20000)
);
create index notice_by_review on notice (review_id);
create index notice_by_request on notice (request_id);

-- One row: where the directory said that people are written to when it was last read, as JSON by the place they hold.
create table directory_read (
  addresses varchar(1000000) not null,
  read_at timestamp with time zone
);
insert into directory_read (addresses, read_at) values ('{}', null);
