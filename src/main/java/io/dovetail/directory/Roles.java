package io.dovetail.directory;

import java.util.List;

/**
 * Who does what for the partnership as a whole, all with a sign-in id.
 *
 * @param convenors book workshops, record them, follow up
 * @param countyLeads run the county review and answer what localities send
 * @param managers see where each review stands
 * @param administrators look after people, retries and migrations
 */
public record Roles(
        List<Person> convenors, List<Person> countyLeads, List<Person> managers, List<Person> administrators) {

    /** Takes copies of the lists, so that the roles never change. */
    public Roles {
        convenors = List.copyOf(convenors);
        countyLeads = List.copyOf(countyLeads);
        managers = List.copyOf(managers);
        administrators = List.copyOf(administrators);
    }
}
