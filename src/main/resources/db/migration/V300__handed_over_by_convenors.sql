-- Why convenors handed a review over to others, and who of them did; none where a place passed on by itself.
alter table hand_over add column why varchar(1000);
alter table hand_over add column person_id varchar(64);
alter table hand_over add column person_name varchar(200);
