-- The outbox: one row for each mail to one person. What the mail prints (facts) is kept only until the mail is sent or
-- withdrawn; what stays says who was told about what, and when.
create table notice (
  id varchar(36) not null primary key,
  review_id varchar(64) not null,
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
  message_id varchar(300) not null
);

create index notice_by_review on notice (review_id);
create index notice_by_request on notice (request_id);
