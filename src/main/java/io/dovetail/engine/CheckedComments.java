package io.dovetail.engine;

import io.dovetail.form.FreeText;
import io.dovetail.form.Refused;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.CommentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.CommentManager;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricTaskInstanceEntity;

/**
 * A comment is a free text like any other: limited, and without NHS numbers. It belongs to the step it was made on, whatever
 * instance the sender names beside it.
 */
final class CheckedComments extends CommentManager {

    private static final int LONGEST = 2_000;

    /** Has the engine keep comments with this one. */
    static SessionFactory sessions() {
        return new SessionFactory() {

            @Override
            public Class<?> getSessionType() {
                return CommentManager.class;
            }

            @Override
            public Session openSession() {
                return new CheckedComments();
            }
        };
    }

    @Override
    public void insert(DbEntity entity) {
        if (entity instanceof CommentEntity comment && CommentEntity.TYPE_COMMENT.equals(comment.getType())) {
            String fault = FreeText.FreeTextRule.fault(comment.getFullMessage(), 0, LONGEST, true);
            if (fault != null) {
                throw new Refused("“Comment”: " + fault + ".");
            }
            if (comment.getTaskId() != null) {
                HistoricTaskInstanceEntity step =
                        getHistoricTaskInstanceManager().findHistoricTaskInstanceById(comment.getTaskId());
                comment.setProcessInstanceId(step == null ? null : step.getProcessInstanceId());
            }
        }
        super.insert(entity);
    }
}
