package io.dovetail.workshop;

import io.dovetail.keeping.ReviewRows;

interface ConfirmationStore extends ReviewRows<Confirmation> {}
