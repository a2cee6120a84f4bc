package io.dovetail.county;

import java.util.List;
import org.springframework.data.repository.Repository;

interface LeftBehindStore extends Repository<LeftBehind, Long> {

    LeftBehind save(LeftBehind row);

    List<LeftBehind> findByCountyIdOrderById(String countyId);
}
