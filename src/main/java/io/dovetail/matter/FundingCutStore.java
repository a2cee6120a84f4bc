package io.dovetail.matter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.Repository;

interface FundingCutStore extends Repository<FundingCut, Long> {

    FundingCut save(FundingCut row);

    @Nullable
    FundingCut findById(long id);

    List<FundingCut> findByReviewIdOrderById(String reviewId);
}
