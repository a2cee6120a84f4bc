package io.dovetail.request;

import java.util.Date;

/**
 * A request whose deadlines have moved, because a day became one on which nobody works.
 *
 * @param reviewId the reference of its review
 * @param answerDueAt when its answer is due now
 * @param silenceDueAt when silence becomes the answer now
 */
public record MovedRequest(long requestId, String reviewId, Date answerDueAt, Date silenceDueAt) {}
