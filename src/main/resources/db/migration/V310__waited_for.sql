-- Who is waited for in a review: whoever is asked something there, and the leads of the county while a local review waits for what becomes of its findings.
create view waited_for as
select id, review_id, body_id, asked_at, answer_due_at from body_request where closed_at is null
union all
select q.id, l.review_id, q.body_id, q.asked_at, q.answer_due_at
from county_link l
join review r on r.reference = l.review_id and r.state = 'RUNNING' and r.stage = 'LOCAL_REVIEW'
join body_request q on q.review_id = l.county_id and q.question = 'answerFinding' and q.closed_at is null
join finding f on f.id = q.subject_id and f.review_id = l.review_id
where l.released_at is null;
