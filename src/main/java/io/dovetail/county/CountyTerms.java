package io.dovetail.county;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What makes a county review one: who answers for it, when it starts, what it is to do and when its findings are there.
 *
 * @param sponsor who answers for it
 * @param terms its terms of reference
 * @param findingsOn the day by which its findings are promised
 * @param confirmedByName the name of the county lead who confirmed it
 * @param confirmedAt when
 */
public record CountyTerms(
        String sponsor,
        LocalDate startsOn,
        String terms,
        LocalDate findingsOn,
        String confirmedByName,
        Instant confirmedAt) {

    CountyTerms promising(LocalDate findings) {
        return new CountyTerms(sponsor, startsOn, terms, findings, confirmedByName, confirmedAt);
    }
}
