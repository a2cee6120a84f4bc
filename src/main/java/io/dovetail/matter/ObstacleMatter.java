package io.dovetail.matter;

import io.dovetail.deferral.ReportObstacleGone;
import io.dovetail.deferral.Restarts;
import io.dovetail.directory.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Somebody says that what stood in the way of a review that waits is gone. */
@Component
class ObstacleMatter implements MatterForm<ReportObstacleGone> {

    private final Restarts restarts;

    ObstacleMatter(Restarts restarts) {
        this.restarts = restarts;
    }

    @Override
    public MatterKind kind() {
        return MatterKind.OBSTACLE_GONE;
    }

    @Override
    public Map<String, Object> shown(String reviewId, String bodyId) {
        return Map.of(
                "explanation",
                "If what stood in the way is gone, the review does not have to wait for its day. Say what has changed; then it is"
                        + " restarted.");
    }

    @Override
    public Kept keep(String reviewId, ReportObstacleGone answer, Actor actor) {
        restarts.reportObstacleGone(reviewId, answer, actor);
        return new Kept(null, answer.changed());
    }
}
