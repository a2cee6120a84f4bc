package io.dovetail.running;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What something costs the database.
 *
 * @param statements how many statements it asks for, those that begin and end transactions or set up a connection aside
 * @param writes how many rows are inserted, updated or deleted
 * @param wal how many bytes go to the write-ahead log
 * @param transactions how many transactions there are
 */
public record Cost(long statements, long writes, long wal, long transactions) {

    /** How far above its figure a cost may be before it counts as more. */
    private static final double NOISE = 0.03;

    /** The same of the log: one that writes exactly the same differs by three in a hundred, as pages are split and tidied up. */
    private static final double NOISE_OF_THE_LOG = 0.1;

    /**
     * What has been counted in this database since its server began to count; without the look at the storage every two seconds, and
     * the settings of its connection, which come by the hour and not by what is done.
     */
    public static Cost soFar(JdbcTemplate database) {
        return database.queryForObject(
                """
                select coalesce(sum(calls) filter (where query !~* '^(begin|commit|rollback|set)'), 0),
                       coalesce(sum(rows) filter (where query ~* '^(insert|update|delete)'), 0),
                       coalesce(sum(wal_bytes), 0),
                       coalesce(sum(calls) filter (where query ~* '^begin'), 0)
                  from pg_stat_statements
                 where dbid = (select oid from pg_database where datname = current_database())
                   and query !~* 'pg_stat_statements|storage_probe'
                """, (row, number) -> new Cost(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
    }

    /** What came on top of that. */
    public Cost since(Cost before) {
        return new Cost(
                statements - before.statements,
                writes - before.writes,
                wal - before.wal,
                transactions - before.transactions);
    }

    /** Whether anything of it is more than was written down. */
    boolean isMoreThan(Cost known) {
        return more(statements, known.statements, NOISE)
                || more(writes, known.writes, NOISE)
                || more(wal, known.wal, NOISE_OF_THE_LOG)
                || more(transactions, known.transactions, NOISE);
    }

    private static boolean more(long now, long known, double noise) {
        return now > known * (1 + noise);
    }
}
