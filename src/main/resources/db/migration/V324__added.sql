-- One word for it: an organisation is added to a review.
alter table review_body rename column brought_in_by to added_by;
alter table review_body rename column brought_in_by_name to added_by_name;
alter table review_body rename column brought_in_at to added_at;
