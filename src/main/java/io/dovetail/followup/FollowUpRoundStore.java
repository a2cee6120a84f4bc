package io.dovetail.followup;

import org.springframework.data.repository.Repository;

interface FollowUpRoundStore extends Repository<FollowUpRound, Long> {

    FollowUpRound save(FollowUpRound round);

    int countByReviewId(String reviewId);
}
