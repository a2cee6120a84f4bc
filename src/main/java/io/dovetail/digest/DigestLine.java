package io.dovetail.digest;

import java.util.Map;

/**
 * One line of a digest, in words.
 *
 * @param what what it is
 * @param review the review it belongs to
 * @param when what there is to know besides, such as until when
 * @param link where to go
 */
record DigestLine(String what, String review, String when, String link) {

    /** As the template reads it. */
    Map<String, Object> row() {
        return Map.of("what", what, "review", review, "when", when, "link", link);
    }
}
