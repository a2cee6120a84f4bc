package io.dovetail.directory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** Reads the directory at start. */
@Configuration(proxyBeanMethods = false)
public class DirectoryConfiguration {

    /**
     * The directory from the file that {@code dovetail.directory} names; without one, a fictional sample.
     *
     * @throws DirectoryFaults if the file has faults; it stops the start
     */
    @Bean
    Directory directory(@Value("${dovetail.directory:classpath:directory/sample-partnership.yaml}") Resource file) {
        return Directory.load(file);
    }
}
