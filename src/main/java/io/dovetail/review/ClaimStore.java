package io.dovetail.review;

import io.dovetail.keeping.ReviewRows;

interface ClaimStore extends ReviewRows<Claim> {}
