-- A concern keeps what its form asks for, under the names of the form.
alter table concern rename column text to concern;
