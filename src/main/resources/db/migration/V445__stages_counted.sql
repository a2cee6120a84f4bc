-- Whoever is on call sees how many reviews are in each stage without a look at each of them.
create index review_running_by_stage on review (state, stage);
