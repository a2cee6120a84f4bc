-- Who was in the directory when it was read last: whoever is missing the next time has left.
create table directory_person (
  person_id varchar(64) not null primary key
);
