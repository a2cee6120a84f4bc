package io.dovetail.benchmark;

import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What the program of the benchmark has that the program of the tests has not: several databases. */
@TestConfiguration(proxyBeanMethods = false)
class Surroundings {

    @Bean(destroyMethod = "close")
    Databases dataSource(DataSourceProperties settings) {
        return new Databases(settings);
    }
}
