package io.dovetail.localreview;

import io.dovetail.keeping.ReviewRows;

interface EvidenceItemStore extends ReviewRows<EvidenceItem> {}
