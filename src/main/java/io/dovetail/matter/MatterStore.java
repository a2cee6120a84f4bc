package io.dovetail.matter;

import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.Repository;

interface MatterStore extends Repository<Matter, Long> {

    Matter save(Matter row);

    @Nullable
    Matter findById(long id);
}
