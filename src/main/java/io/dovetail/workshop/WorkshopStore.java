package io.dovetail.workshop;

import io.dovetail.keeping.ReviewRows;

interface WorkshopStore extends ReviewRows<Workshop> {}
