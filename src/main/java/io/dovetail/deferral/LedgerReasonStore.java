package io.dovetail.deferral;

import io.dovetail.keeping.NumberedRows;
import java.util.Collection;
import java.util.List;

interface LedgerReasonStore extends NumberedRows<LedgerReason> {

    List<LedgerReason> findByRequestIdInOrderById(Collection<Long> requestIds);
}
