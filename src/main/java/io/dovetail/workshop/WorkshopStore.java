package io.dovetail.workshop;

import io.dovetail.keeping.ReviewRows;
import org.jspecify.annotations.Nullable;

interface WorkshopStore extends ReviewRows<Workshop> {

    @Nullable
    Workshop findById(long id);
}
