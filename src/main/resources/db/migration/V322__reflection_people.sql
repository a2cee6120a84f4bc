-- Each member of a group of people with lived experience is counted: how many answered, and how many of them say yes to a test.
alter table reflection add column people integer default 0 not null;
update reflection set people = 1 where exists (select 1 from test_answer where test_answer.reflection = reflection.id);
alter table test_answer add column yes integer default 0 not null;
update test_answer set yes = 1 where passed;
alter table test_answer drop column passed;
