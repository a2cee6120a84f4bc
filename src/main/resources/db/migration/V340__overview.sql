-- the overview reads many reviews at once: by area and state, what is open, and what came since a day
create index review_by_area on review (area, opened_at);
create index body_request_waiting on body_request (review_id, closed_at, answer_due_at);
create index ledger_entry_by_day on ledger_entry (review_id, entered_at);
create index stood_still_by_day on stood_still (review_id, recorded_at);
