package io.dovetail.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Pages for everybody bear a mark of what they hold: whoever has one already is told so, and not sent it again. */
@Configuration(proxyBeanMethods = false)
class PagesAsTheyWere {

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> marks() {
        FilterRegistrationBean<ShallowEtagHeaderFilter> marks =
                new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        marks.addUrlPatterns("/reviews", "/reviews/*", "/who-is-told", "/accessibility");
        return marks;
    }
}
