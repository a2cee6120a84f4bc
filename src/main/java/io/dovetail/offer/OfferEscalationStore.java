package io.dovetail.offer;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface OfferEscalationStore extends Repository<OfferEscalation, Long> {

    OfferEscalation save(OfferEscalation row);

    List<OfferEscalation> findByOfferIdIn(Collection<Long> offerIds);
}
