package io.dovetail.county;

/** What goes from one review to the other. Named like the messages of the models. */
public enum DispatchKind {
    /** Local to county: one finding. */
    LOCAL_FINDINGS,
    /** County to local: the answer to one finding. */
    FINDING_ANSWERED,
    /** County to local: the county's own findings. */
    COUNTY_FINDINGS,
    /** County to local: it takes longer, or its day has passed. */
    COUNTY_SLIPPED
}
