package io.dovetail.deferral;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** That a request stands behind an entry of the ledger. */
@Table("ledger_reason")
record LedgerReason(@Id @Nullable Long id, long ledgerEntryId, long requestId) {}
