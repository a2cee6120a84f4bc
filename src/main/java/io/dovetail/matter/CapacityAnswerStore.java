package io.dovetail.matter;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface CapacityAnswerStore extends Repository<CapacityAnswer, Long> {

    CapacityAnswer save(CapacityAnswer row);

    List<CapacityAnswer> findByFundingCutIdOrderById(long fundingCutId);

    List<CapacityAnswer> findByFundingCutIdInOrderById(Collection<Long> fundingCutIds);
}
