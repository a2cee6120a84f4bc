-- Who stayed silent about dates said nothing of how many people would come, either.
alter table availability alter column people_with_lived_experience drop not null;
update availability set people_with_lived_experience = null where person_id is null;
