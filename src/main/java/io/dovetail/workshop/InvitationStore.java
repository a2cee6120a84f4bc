package io.dovetail.workshop;

import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.Repository;

interface InvitationStore extends Repository<Invitation, Long> {

    Invitation save(Invitation entry);

    @Nullable
    Invitation findFirstByWorkshopIdOrderBySequenceDesc(long workshopId);

    @Nullable
    Invitation findFirstByUidOrderBySequenceDesc(String uid);
}
