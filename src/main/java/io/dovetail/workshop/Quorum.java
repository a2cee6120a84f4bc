package io.dovetail.workshop;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Author;
import io.dovetail.directory.Directory;
import io.dovetail.form.Refused;
import io.dovetail.review.Reviews;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who came to a workshop, and whether those voices are enough to decide. */
@Service
@Transactional
public class Quorum {

    private final WorkshopRecords records;
    private final WorkshopStore workshops;
    private final AttendanceStore attendance;
    private final MissedQuorumStore missedQuorums;
    private final Clock clock;
    private final Directory directory;
    private final Meetings meetings;
    private final Reviews reviews;

    Quorum(
            WorkshopRecords records,
            WorkshopStore workshops,
            AttendanceStore attendance,
            MissedQuorumStore missedQuorums,
            Clock clock,
            Directory directory,
            Meetings meetings,
            Reviews reviews) {
        this.reviews = reviews;
        this.records = records;
        this.workshops = workshops;
        this.attendance = attendance;
        this.missedQuorums = missedQuorums;
        this.clock = clock;
        this.directory = directory;
        this.meetings = meetings;
    }

    /** What the form to record a workshop shows. */
    @Transactional(readOnly = true)
    public Map<String, Object> shown(long workshopId) {
        Workshop workshop = records.workshop(workshopId);
        return Map.of(
                "booking",
                records.booking(workshop).whenAndWhere(),
                "peopleExpected",
                Availability.peopleExpected(records.availability(workshop)));
    }

    /**
     * Keeps who came and what was decided.
     *
     * @throws Refused if a body is ticked that was not invited
     */
    public void recordAttendance(long workshopId, RecordAttendance answer, Actor actor) {
        Workshop workshop = records.workshop(workshopId);
        List<String> invited = reviews.bodyIds(workshop.reviewId());
        if (!invited.containsAll(answer.present())) {
            throw new Refused(
                    "One of the organisations ticked was not invited; please reload the form and tick again.");
        }
        attendance.save(new Attendance(
                null,
                workshopId,
                workshop.attempt(),
                invited.stream()
                        .map(body -> new Attendance.AttendanceBody(
                                body, answer.present().contains(body)))
                        .collect(Collectors.toSet()),
                answer.peopleWithLivedExperience(),
                answer.carersPresent(),
                answer.decisions(),
                answer.livedExperienceView(),
                Author.of(actor),
                clock.instant()));
    }

    /** How many people with lived experience were in the room. */
    @Transactional(readOnly = true)
    public int livedExperiencePeople(long workshopId) {
        return attendance(workshopId).peopleWithLivedExperience();
    }

    /** How many carers were in the room; each carers' body that came counts as one more. */
    @Transactional(readOnly = true)
    public long carersPresent(long workshopId) {
        Attendance held = attendance(workshopId);
        return held.carersPresent() + count(held.bodiesPresent(), RoomVoice.CARERS);
    }

    /** How many voluntary bodies came; carers' bodies count as carers. */
    @Transactional(readOnly = true)
    public long voluntaryPresent(long workshopId) {
        return count(attendance(workshopId).bodiesPresent(), RoomVoice.VOLUNTARY);
    }

    /** Which part of the statutory bodies that were invited came, from 0 to 1; 1 if none was invited. */
    @Transactional(readOnly = true)
    public double statutoryShare(long workshopId) {
        Attendance held = attendance(workshopId);
        long present = count(held.bodiesPresent(), RoomVoice.STATUTORY);
        long absent = count(held.bodiesAbsent(), RoomVoice.STATUTORY);
        return present + absent == 0 ? 1.0 : (double) present / (present + absent);
    }

    /**
     * Keeps that voices were missing and sends the workshop back to new dates.
     *
     * @param absentVoices the voices that were missing, in plain words
     */
    public void recordNoQuorum(long workshopId, Collection<String> absentVoices) {
        Workshop workshop = records.workshop(workshopId);
        missedQuorums.save(new MissedQuorum(
                null,
                workshopId,
                workshop.attempt(),
                absentVoices.stream().map(MissedQuorum.AbsentVoice::new).collect(Collectors.toSet()),
                clock.instant()));
        workshops.save(workshop.nextAttempt());
    }

    /**
     * Which voices and which bodies were absent from the last attempt without a quorum, in one sentence: the reason for putting
     * the review off.
     */
    @Transactional(readOnly = true)
    public String absent(long workshopId) {
        return meetings.absent(records.workshop(workshopId));
    }

    private Attendance attendance(long workshopId) {
        return records.attendance(records.workshop(workshopId));
    }

    private long count(List<String> bodyIds, RoomVoice voice) {
        return bodyIds.stream()
                .map(directory::body)
                .filter(body -> RoomVoice.of(body) == voice)
                .count();
    }
}
