-- One row: where the directory said that people are written to when it was last read, as JSON by the place they hold.
create table directory_read (
    addresses varchar(1000000) not null,
    read_at timestamp with time zone
);
insert into directory_read (addresses, read_at) values ('{}', null);
