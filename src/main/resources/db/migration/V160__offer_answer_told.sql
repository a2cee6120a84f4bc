-- Which answers to offers both sides have been told: an offer may be heard of twice.

create table offer_answer_told (
  answer_id bigint not null primary key references offer_answer (id),
  told_at timestamp with time zone not null
);
