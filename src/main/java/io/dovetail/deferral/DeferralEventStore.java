package io.dovetail.deferral;

import io.dovetail.keeping.NumberedRows;
import java.util.Collection;
import java.util.List;

interface DeferralEventStore extends NumberedRows<DeferralEvent> {

    List<DeferralEvent> findByDeferralIdInOrderById(Collection<Long> deferralIds);
}
