-- What changed since a day is counted in one look at all reviews: here it has no more to read of each than its days.
create index review_by_changes on review (area, opened_at, closed_at, stage_since, put_off_at);
-- Who takes part is counted without those who cannot join; they are few, and are found without a look at everybody's position.
create index position_by_stance on position (body_id, stance, review_id);
