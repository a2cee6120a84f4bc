package io.dovetail.deferral;

import java.util.Map;

/**
 * What the decision {@code deferral-tier} gives.
 *
 * @param number from 1 to the last one in the table
 * @param vote whether more objections than consents refuse the postponement
 * @param longestCountyWait how many working days it may wait for another review
 */
record Tier(int number, boolean vote, int longestCountyWait) {

    /** Reads the decision's outputs by their names. */
    static Tier of(Map<String, Object> decided) {
        return new Tier(
                whole(decided, "tier"), Boolean.TRUE.equals(decided.get("vote")), whole(decided, "longestCountyWait"));
    }

    private static int whole(Map<String, Object> decided, String output) {
        if (decided.get(output) instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalStateException("The decision deferral-tier gives no " + output + ".");
    }
}
