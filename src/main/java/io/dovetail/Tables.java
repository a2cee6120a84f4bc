package io.dovetail;

import java.sql.JDBCType;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.CustomConversions.StoreConversions;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.jdbc.core.mapping.JdbcSimpleTypes;
import org.springframework.data.jdbc.core.mapping.JdbcValue;
import org.springframework.data.mapping.model.SimpleTypeHolder;
import org.springframework.data.relational.core.dialect.Dialect;

/** How rows and tables fit. */
@Configuration(proxyBeanMethods = false)
public class Tables {

    /** Names of tables and columns go unquoted to the database, so that H2 and PostgreSQL each fold them as they like. */
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

    /** A time of day is kept as it is read, such as {@code 18:00}: it has no date, and no zone that could move it. */
    @Bean
    static JdbcCustomConversions timesOfDay(Dialect dialect) {
        List<Object> ofTheStore = new ArrayList<>(dialect.getConverters());
        ofTheStore.addAll(JdbcCustomConversions.storeConverters());
        return new JdbcCustomConversions(
                StoreConversions.of(new SimpleTypeHolder(dialect.simpleTypes(), JdbcSimpleTypes.HOLDER), ofTheStore),
                List.of(new AsText(), new AsTime()));
    }

    @WritingConverter
    private static class AsText implements Converter<LocalTime, JdbcValue> {

        @Override
        public JdbcValue convert(LocalTime time) {
            return JdbcValue.of(time.toString(), JDBCType.VARCHAR);
        }
    }

    @ReadingConverter
    private static class AsTime implements Converter<String, LocalTime> {

        @Override
        public LocalTime convert(String text) {
            return LocalTime.parse(text);
        }
    }
}
