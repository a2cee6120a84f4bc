package io.dovetail.publication;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface PublishedReportStore extends Repository<PublishedReport, Long> {

    PublishedReport save(PublishedReport row);

    Optional<PublishedReport> findByReviewId(String reviewId);
}
