package io.dovetail.ownreview;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface OwnReviewReportStore extends Repository<OwnReviewReport, Long> {

    OwnReviewReport save(OwnReviewReport row);

    List<OwnReviewReport> findByOwnReviewIdOrderById(long ownReviewId);

    List<OwnReviewReport> findByOwnReviewIdInOrderById(Collection<Long> ownReviewIds);
}
