package io.dovetail.security;

import io.dovetail.directory.Directory;
import io.dovetail.directory.Person;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever was in the directory when it was last read and is not any more has left. */
@Component
class LeftTheDirectory implements SmartInitializingSingleton {

    private final Directory directory;
    private final Leavers leavers;
    private final JdbcClient jdbc;
    private final SecurityLog log;

    LeftTheDirectory(Directory directory, Leavers leavers, JdbcClient jdbc, SecurityLog log) {
        this.directory = directory;
        this.leavers = leavers;
        this.jdbc = jdbc;
        this.log = log;
    }

    /** Compares the directory with how it was read the last time, and keeps it for the next. Programs that start together wait. */
    @Override
    @Transactional
    public void afterSingletonsInstantiated() {
        jdbc.sql("select read_at from directory_read for update").query().listOfRows();
        Set<String> now = directory.people().stream()
                .map(Person::id)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> before = new TreeSet<>(jdbc.sql("select person_id from directory_person")
                .query(String.class)
                .list());
        for (String person : before) {
            if (!now.contains(person)) {
                leavers.leave(person);
                jdbc.sql("delete from directory_person where person_id = ?")
                        .param(person)
                        .update();
                log.leftTheDirectory(person);
            }
        }
        for (String person : now) {
            if (!before.contains(person)) {
                jdbc.sql("insert into directory_person (person_id) values (?)")
                        .param(person)
                        .update();
            }
        }
    }
}
