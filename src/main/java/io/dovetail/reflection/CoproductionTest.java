package io.dovetail.reflection;

/** The ten tests of whether people worked together, in the order in which they are asked. */
public enum CoproductionTest {
    FIRST_MEETING("People with lived experience were at the first meeting"),
    TWO_OF_THEM("At least two people with lived experience took part"),
    CARER_AND_VOLUNTARY("A carer and a voluntary body were present"),
    PAYMENT("Payment was offered before the work"),
    PAPERS("Papers came 5 working days ahead, in the formats asked for"),
    TIME_AND_PLACE("Time, place and a remote option were chosen with them"),
    CO_CHAIR("They co-chaired or could veto the agenda"),
    OWN_POSITION("Their position was recorded separately"),
    ANSWERED("Every input was answered with “changed” or “not changed because”"),
    NEXT_STEPS("Next steps were agreed by all; nobody took it away");

    private final String label;

    CoproductionTest(String label) {
        this.label = label;
    }

    /** What must be true for the test to be passed. */
    public String label() {
        return label;
    }
}
