package io.dovetail.benchmark;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** The least that Spring Boot makes a web application of: one page that says nothing. It is packed into a jar of its own ({@link Starts}). */
@EnableAutoConfiguration
public class BareWeb {

    /** Starts it. */
    public static void main(String[] arguments) {
        SpringApplication.run(BareWeb.class, arguments);
    }

    @Bean
    static RouterFunction<ServerResponse> page() {
        return RouterFunctions.route()
                .GET("/", request -> ServerResponse.ok().body("Ready."))
                .build();
    }
}
