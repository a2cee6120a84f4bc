package io.dovetail.request;

import java.util.Date;

/**
 * A step of a team ends after the day on which it was due: it is done, or taken back because what it belongs to was put off.
 * Published in the transaction that records that.
 *
 * @param reviewId the reference of the review, a locality's or a county's
 * @param seatId the id of the team
 * @param seatName what people call it
 * @param step what was to be done
 * @param dueAt when it was due
 */
public record StepLate(String reviewId, String seatId, String seatName, String step, Date dueAt) {}
