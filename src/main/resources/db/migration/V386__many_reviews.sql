-- So that a page of a list takes no longer where there are many reviews: each of these has the rows in the order in which they are shown, or
-- finds those that changed since a day without looking at the others.
create index review_by_age on review (opened_at, id);
create index review_by_state on review (state, opened_at, id);
create index review_by_stage on review (stage_since, opened_at, id);
create index review_body_by_body on review_body (body_id, review_id);
create index stage_reached_by_day on stage_reached (reached_at, review_id);
create index ledger_entry_since on ledger_entry (entered_at, review_id);
create index body_request_open on body_request (closed_at, answer_due_at, review_id);
