package io.dovetail.deferral;

import io.dovetail.keeping.NumberedRows;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

interface LedgerReasonStore extends NumberedRows<LedgerReason> {

    List<LedgerReason> findByRequestIdInOrderById(Collection<Long> requestIds);

    /** By the number of a request, the entry that took it in; one that no entry has taken in yet is missing. */
    default Map<Long, Long> entriesOf(List<DeferralRequest> asked) {
        return asked.isEmpty()
                ? Map.of()
                : findByRequestIdInOrderById(
                                asked.stream().map(DeferralRequest::number).toList())
                        .stream()
                        .collect(Collectors.toMap(LedgerReason::requestId, LedgerReason::ledgerEntryId));
    }
}
