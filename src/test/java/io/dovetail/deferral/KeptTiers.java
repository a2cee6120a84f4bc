package io.dovetail.deferral;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tier that is kept of each review, and whether it is put off, found out again from all that was ever entered. */
public final class KeptTiers {

    private KeptTiers() {}

    /** The reviews of which something else is kept than was entered. */
    public static List<String> wrong(JdbcClient tables) {
        return tables.sql("""
                        select f.review_id from so_far f
                        where f.tier <> coalesce((
                            select max(e.tier) from (
                              select review_id, tier from ledger_entry
                              union all select review_id, tier from stood_still
                              union all select d.review_id, v.tier from deferral d join deferral_event v on v.deferral_id = d.id) e
                            where e.review_id = f.review_id), 0)
                          or f.put_off <> (exists (
                            select 1 from deferral d where d.review_id = f.review_id and not exists (
                              select 1 from deferral_event v where v.deferral_id = d.id and v.kind in (:endings))))""")
                .param("endings", DeferralEvent.Kind.endings())
                .query(String.class)
                .list();
    }
}
