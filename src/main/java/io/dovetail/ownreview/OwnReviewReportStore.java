package io.dovetail.ownreview;

import io.dovetail.keeping.NumberedRows;
import java.util.Collection;
import java.util.List;

interface OwnReviewReportStore extends NumberedRows<OwnReviewReport> {

    List<OwnReviewReport> findByOwnReviewIdOrderById(long ownReviewId);

    List<OwnReviewReport> findByOwnReviewIdInOrderById(Collection<Long> ownReviewIds);
}
