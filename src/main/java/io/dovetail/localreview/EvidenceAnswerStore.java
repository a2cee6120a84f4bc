package io.dovetail.localreview;

import io.dovetail.keeping.ReviewRows;

interface EvidenceAnswerStore extends ReviewRows<EvidenceAnswer> {}
