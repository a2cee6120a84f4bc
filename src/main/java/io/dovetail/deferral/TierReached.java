package io.dovetail.deferral;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The highest tier that a review has reached: with a postponement, since a restart is overdue, or because somebody stood still. */
@Repository
public class TierReached {

    private final JdbcClient tables;

    TierReached(JdbcClient tables) {
        this.tables = tables;
    }

    /** The tier; 0 where it was not put off since it was proposed here, and has not stood still. */
    public int of(String reviewId) {
        return tables.sql("select tier from tier_reached where review_id = ?")
                .param(reviewId)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }
}
