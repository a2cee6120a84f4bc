package io.dovetail.deferral;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface DeferralEventStore extends Repository<DeferralEvent, Long> {

    DeferralEvent save(DeferralEvent row);

    List<DeferralEvent> findByDeferralIdInOrderById(Collection<Long> deferralIds);
}
