package io.dovetail.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** What the server refuses before the program is asked, in one sentence in place of its own page. */
public class OneSentence extends ErrorReportValve {

    /** Of whatever somebody wrote into an address to find a way around its rules. */
    static final String CROOKED = "This address is not written as it should be.";

    private static final String OTHERWISE = "Dovetail could not answer this; please try again in a few minutes.";

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        int status = response.getStatus();
        if (status < HttpServletResponse.SC_BAD_REQUEST
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        response.setContentType("text/plain");
        response.setCharacterEncoding("UTF-8");
        try {
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(status == HttpServletResponse.SC_BAD_REQUEST ? CROOKED : OTHERWISE);
                response.finishResponse();
            }
        } catch (IOException gone) {
            container.getLogger().debug("Nobody waits for the answer any more.", gone);
        }
    }

    @Component
    static class Served implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

        @Override
        public void customize(TomcatServletWebServerFactory server) {
            server.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(OneSentence.class.getName());
                }
            });
        }
    }
}
