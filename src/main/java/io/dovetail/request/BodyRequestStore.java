package io.dovetail.request;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.Repository;

interface BodyRequestStore extends Repository<BodyRequest, Long> {

    BodyRequest save(BodyRequest request);

    @Nullable
    BodyRequest findById(long id);

    List<BodyRequest> findByReviewIdOrderById(String reviewId);

    List<BodyRequest> findByClosedAtIsNullOrderById();

    List<BodyRequest> findByIdInOrderByAnswerDueAtAscIdAsc(List<Long> ids);

    List<BodyRequest> findByBodyIdAndClosedAtIsNullOrderById(String bodyId);

    List<BodyRequest> findByReviewIdAndBodyIdAndClosedAtIsNullOrderById(String reviewId, String bodyId);
}
