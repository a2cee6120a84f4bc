package io.dovetail.overview;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reviews that go on by models of an earlier version. That is as it should be: what runs keeps the model it began with, and what it
 * calls next is the newest. It is said where somebody would look who wonders.
 */
@Component
class EarlierModels {

    private static final Logger LOG = LoggerFactory.getLogger(EarlierModels.class);

    private final JdbcClient tables;

    EarlierModels(JdbcClient tables) {
        this.tables = tables;
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() {
        int reviews = reviews();
        if (reviews > 0) {
            LOG.info("Reviews that go on by models of an earlier version, as they began: {}.", reviews);
        }
    }

    /** How many reviews have something under way in an earlier version of its model. */
    int reviews() {
        return tables.sql("""
                        select count(distinct e.BUSINESS_KEY_)
                        from ACT_RE_PROCDEF d
                          join ACT_RU_EXECUTION e on e.PROC_DEF_ID_ = d.ID_ and e.PARENT_ID_ is null
                          join review r on r.reference = e.BUSINESS_KEY_
                        where exists (select 1 from ACT_RE_PROCDEF newer
                                      where newer.KEY_ = d.KEY_ and newer.VERSION_ > d.VERSION_)
                        """).query(Integer.class).single();
    }
}
