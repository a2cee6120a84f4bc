package io.dovetail.deferral;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface LedgerReasonStore extends Repository<LedgerReason, Long> {

    LedgerReason save(LedgerReason row);

    List<LedgerReason> findByRequestIdInOrderById(Collection<Long> requestIds);
}
