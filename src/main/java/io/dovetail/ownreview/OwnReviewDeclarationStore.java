package io.dovetail.ownreview;

import io.dovetail.keeping.NumberedRows;
import java.util.Collection;
import java.util.List;

interface OwnReviewDeclarationStore extends NumberedRows<OwnReviewDeclaration> {

    List<OwnReviewDeclaration> findByOwnReviewIdOrderById(long ownReviewId);

    List<OwnReviewDeclaration> findByOwnReviewIdInOrderById(Collection<Long> ownReviewIds);
}
