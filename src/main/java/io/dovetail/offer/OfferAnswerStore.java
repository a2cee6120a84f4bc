package io.dovetail.offer;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface OfferAnswerStore extends Repository<OfferAnswer, Long> {

    OfferAnswer save(OfferAnswer row);

    List<OfferAnswer> findByOfferIdInOrderById(Collection<Long> offerIds);
}
