package io.dovetail.review;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hands out the numbers of reviews: rising from 1 for each area and year, none twice, however many people propose at once. */
@Component
class ReviewNumbers {

    private static final String RISE =
            "update review_number set last_number = last_number + 1 where area = :area and in_year = :year";

    private final JdbcClient database;

    ReviewNumbers(JdbcClient database) {
        this.database = database;
    }

    /**
     * The next number. Whoever asks for the same area and year waits until this transaction ends, and gets the same number if
     * it is rolled back.
     */
    int next(String area, int year) {
        // The update locks the row. Two people must not both create it: one would fail on PostgreSQL, and with it the
        // whole
        // proposal. So whoever finds no row first queues at the one row that is always there (the migration put it
        // there).
        if (rise(area, year) == 0) {
            database.sql("update review_number set last_number = 0 where area = '' and in_year = 0")
                    .update();
            if (rise(area, year) == 0) {
                database.sql("insert into review_number (area, in_year, last_number) values (:area, :year, 1)")
                        .param("area", area)
                        .param("year", year)
                        .update();
            }
        }
        return database.sql("select last_number from review_number where area = :area and in_year = :year")
                .param("area", area)
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    private int rise(String area, int year) {
        return database.sql(RISE).param("area", area).param("year", year).update();
    }
}
