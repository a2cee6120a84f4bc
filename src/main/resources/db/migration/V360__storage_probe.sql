-- One row, written again and again to see whether anything can be written.
create table storage_probe (
  looked_at timestamp with time zone
);
insert into storage_probe (looked_at) values (null);
