package io.dovetail.ownreview;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface OwnReviewDeclarationStore extends Repository<OwnReviewDeclaration, Long> {

    OwnReviewDeclaration save(OwnReviewDeclaration row);

    List<OwnReviewDeclaration> findByOwnReviewIdOrderById(long ownReviewId);

    List<OwnReviewDeclaration> findByOwnReviewIdInOrderById(Collection<Long> ownReviewIds);
}
