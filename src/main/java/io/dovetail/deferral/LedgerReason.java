package io.dovetail.deferral;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** That a request is behind an entry of the ledger. */
record LedgerReason(@Id @Nullable Long id, long ledgerEntryId, long requestId) {}
