package io.dovetail.deferral;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The highest tier that a review has reached: with a postponement, since a restart is overdue, or because somebody stood still. Whoever
 * keeps one of these keeps the tier here, in the same transaction.
 */
@Repository
public class TierReached {

    private final JdbcClient tables;

    TierReached(JdbcClient tables) {
        this.tables = tables;
    }

    /** The tier; 0 where it was not put off since it was proposed here, and has not stood still. */
    public int of(String reviewId) {
        return tables.sql("""
                        select coalesce(
                          (select f.tier from so_far f where f.review_id = :review),
                          (select max(s.tier) from stood_still s where s.review_id = :review),
                          0)""").param("review", reviewId).query(Integer.class).single();
    }

    /** Keeps that a review has reached a tier; one that was reached once is not left again. */
    void keep(String reviewId, int tier) {
        tables.sql("update so_far set tier = greatest(tier, :tier) where review_id = :review")
                .param("tier", tier)
                .param("review", reviewId)
                .update();
    }
}
