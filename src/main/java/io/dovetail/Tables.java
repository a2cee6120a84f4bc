package io.dovetail;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;

/** Names of tables and columns go unquoted to the database, so that H2 and PostgreSQL each fold them as they like. */
@Configuration(proxyBeanMethods = false)
public class Tables {

    @Bean
    static BeanPostProcessor unquotedNames() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof JdbcMappingContext tables) {
                    tables.setForceQuote(false);
                }
                return bean;
            }
        };
    }
}
