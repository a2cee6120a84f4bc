package io.dovetail.request;

import io.dovetail.directory.Person;
import io.dovetail.directory.Team;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the kernel needs to know of the review something is asked for. */
public interface ReviewFacts {

    /** How often the review has been put off, those times counted that came before it was proposed here. */
    int timesPutOff(String reviewId);

    /** Whether the review is put off now, so that each working day is lost to that, and none to who is late meanwhile. */
    boolean putOffNow(String reviewId);

    /** Whether the review is still under way. */
    boolean underWay(String reviewId);

    /** Who coordinates the partnership where the review is held. */
    Person convenor(String reviewId);

    /** The id of the area in which the review is held. */
    String area(String reviewId);

    /** The references of the reviews under way in which a body takes part, the oldest first. */
    List<String> underWayWith(String bodyId);

    /** The id of the team that the directory names for what no organisation does there: the convenors of its area, or its county's leads. */
    String team(String reviewId);

    /** The references of the reviews under way for which the directory names one of these teams, the oldest first. */
    List<String> underWayOf(Collection<Team> teams);

    /** The path of the page that shows its record. */
    String page(String reviewId);

    /** The review's title. */
    String title(String reviewId);

    /**
     * What every form of a review shows: {@code guide}, {@code review}, {@code need}, {@code commitment} and the record so far.
     *
     * @param situation the id of the form
     */
    Map<String, Object> shown(String reviewId, String situation);
}
