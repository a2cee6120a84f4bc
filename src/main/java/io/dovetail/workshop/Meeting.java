package io.dovetail.workshop;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workshop that took place, with or without a quorum, as the shared record tells of it.
 *
 * @param workshopId the workshop's number
 * @param purpose what it was for
 * @param attempt which attempt at this workshop it was, from 1
 * @param heldOn the day
 * @param place where it was held
 * @param papersOn the day by which the papers were to go out, as it was booked; nobody says whether they did
 * @param paymentOffered whether payment was offered to the people with lived experience before the work
 * @param bodiesPresent the ids of the bodies that came
 * @param bodiesAbsent the ids of the bodies that were invited and did not come
 * @param peopleWithLivedExperience how many people with lived experience came
 * @param carersPresent how many carers came
 * @param absentVoices the voices that were missing for a quorum, in plain words; empty if every voice was in the room
 * @param decisions what was decided
 * @param livedExperienceView the view of the people with lived experience, in their own words
 */
public record Meeting(
        long workshopId,
        Purpose purpose,
        int attempt,
        LocalDate heldOn,
        String place,
        LocalDate papersOn,
        boolean paymentOffered,
        List<String> bodiesPresent,
        List<String> bodiesAbsent,
        int peopleWithLivedExperience,
        int carersPresent,
        List<String> absentVoices,
        String decisions,
        @Nullable String livedExperienceView) {}
