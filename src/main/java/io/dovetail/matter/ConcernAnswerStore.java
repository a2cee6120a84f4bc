package io.dovetail.matter;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface ConcernAnswerStore extends Repository<ConcernAnswer, Long> {

    ConcernAnswer save(ConcernAnswer row);

    List<ConcernAnswer> findByConcernIdOrderById(long concernId);

    List<ConcernAnswer> findByConcernIdInOrderById(Collection<Long> concernIds);
}
