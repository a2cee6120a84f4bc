package io.dovetail.security;

import jakarta.servlet.Filter;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.support.TransactionOperations;

/** Where people's sessions are kept: in the database, so that any node serves anybody and a restart signs nobody out. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionsInDatabase {

    private static final String EVERY_TEN_MINUTES = "0 */10 * * * *";

    /** Two tabs that begin at the same moment may both add what is not there yet. */
    private static final String EITHER_TAB_ON_H2 = "merge into %TABLE_NAME%_attributes"
            + " (session_primary_id, attribute_name, attribute_bytes)"
            + " key (session_primary_id, attribute_name) values (?, ?, ?)";

    @Bean
    JdbcIndexedSessionRepository keptSessions(
            JdbcTemplate database, DataSourceProperties settings, SessionSettings limits) {
        // Each statement by itself: a page's session is read with one, and without a transaction around it.
        JdbcIndexedSessionRepository sessions =
                new JdbcIndexedSessionRepository(database, TransactionOperations.withoutTransaction());
        if (settings.determineUrl().startsWith("jdbc:postgresql:")) {
            new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
        } else {
            sessions.setCreateSessionAttributeQuery(EITHER_TAB_ON_H2);
        }
        sessions.setDefaultMaxInactiveInterval(limits.longest());
        sessions.setCleanupCron(EVERY_TEN_MINUTES);
        return sessions;
    }

    @Bean
    @Primary
    FewWrites<?> sessionsWithFewWrites(JdbcIndexedSessionRepository database, SessionSettings limits) {
        return new FewWrites<>(database, limits);
    }

    @Bean
    FilterRegistrationBean<Filter> oneReadingForEachRequest(FewWrites<?> sessions) {
        FilterRegistrationBean<Filter> around = new FilterRegistrationBean<>(sessions::during);
        around.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return around;
    }
}
