package io.dovetail.workshop;

import io.dovetail.keeping.NumberedRows;
import org.jspecify.annotations.Nullable;

interface InvitationStore extends NumberedRows<Invitation> {

    @Nullable
    Invitation findFirstByWorkshopIdOrderBySequenceDesc(long workshopId);

    @Nullable
    Invitation findFirstByUidOrderBySequenceDesc(String uid);
}
