-- Whose word a row keeps has the same columns in every table; who stayed silent is nobody who gave it.
alter table availability rename column recorded_at to given_at;
alter table availability drop column silent;
alter table confirmation rename column recorded_at to given_at;
alter table confirmation drop column silent;
alter table evidence_answer rename column recorded_at to given_at;
alter table evidence_answer drop column silent;
alter table progress_report rename column reported_at to given_at;
alter table offer_answer rename column answered_at to given_at;
