package io.dovetail.engine;

import io.dovetail.mail.NoticePosted;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts one {@code send-mail} instance for each mail that a feature posts, in the same transaction: the mail leaves only if
 * what it tells of is kept, is repeated by itself if the server is away, and holds up nothing else.
 */
@Component
class MailJobs {

    private final RuntimeService runtime;

    MailJobs(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void queue(NoticePosted notice) {
        CommandContext command = Context.getCommandContext();
        if (command == null) {
            start(notice);
        } else {
            // Whoever acted may not start processes themselves; what their step leads to may.
            command.runWithoutAuthorization(() -> {
                start(notice);
                return null;
            });
        }
    }

    private void start(NoticePosted notice) {
        // Without a business key, where the mail is about several reviews. Who it is for and what it says, the outbox
        // knows.
        runtime.startProcessInstanceByKey("send-mail", notice.reviewId(), Map.of("noticeId", notice.noticeId()));
    }
}
