package io.dovetail.ownreview;

import io.dovetail.keeping.NumberedRows;
import java.util.Collection;
import java.util.List;

interface OwnReviewResponseStore extends NumberedRows<OwnReviewResponse> {

    List<OwnReviewResponse> findByOwnReviewIdOrderById(long ownReviewId);

    List<OwnReviewResponse> findByOwnReviewIdInOrderById(Collection<Long> ownReviewIds);
}
