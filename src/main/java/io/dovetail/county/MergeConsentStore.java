package io.dovetail.county;

import io.dovetail.keeping.ReviewRows;

interface MergeConsentStore extends ReviewRows<MergeConsent> {}
