package io.dovetail.ownreview;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface OwnReviewResponseStore extends Repository<OwnReviewResponse, Long> {

    OwnReviewResponse save(OwnReviewResponse row);

    List<OwnReviewResponse> findByOwnReviewIdOrderById(long ownReviewId);

    List<OwnReviewResponse> findByOwnReviewIdInOrderById(Collection<Long> ownReviewIds);
}
