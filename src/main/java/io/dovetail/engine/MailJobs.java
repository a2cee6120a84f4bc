package io.dovetail.engine;

import io.dovetail.mail.NoticePosted;
import java.util.HashMap;
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
        Map<String, Object> facts = new HashMap<>();
        // Without a review, where the mail is about several; then the instance has no business key either.
        facts.put("reviewId", notice.reviewId());
        facts.put("noticeId", notice.noticeId());
        facts.put("recipientName", notice.recipientName());
        facts.put("what", notice.what());
        CommandContext command = Context.getCommandContext();
        if (command == null) {
            start(notice, facts);
        } else {
            // Whoever acted may not start processes themselves; what their step leads to may.
            command.runWithoutAuthorization(() -> {
                start(notice, facts);
                return null;
            });
        }
    }

    private void start(NoticePosted notice, Map<String, Object> facts) {
        runtime.startProcessInstanceByKey("send-mail", notice.reviewId(), facts);
    }
}
