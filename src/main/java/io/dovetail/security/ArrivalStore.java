package io.dovetail.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ArrivalStore extends Repository<Arrival, Long> {

    Arrival save(Arrival row);

    Optional<Arrival> findByIssuerAndSubject(String issuer, String subject);

    long countByPersonId(String personId);

    List<Arrival> findByPersonIdIsNullOrderByLastAtDesc();

    void deleteByPersonIdIsNullAndLastAtBefore(Instant moment);

    int deleteByLastAtBefore(Instant moment);
}
