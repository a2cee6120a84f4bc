-- A hypothesis says how it is tested and who does that. The owner of a claim's test is the body that claims it.
alter table evidence_item add column test_owner varchar(64);
alter table finding add column how_tested varchar(1000);
alter table finding add column test_owner varchar(64);
alter table claim add column how_tested varchar(1000);
