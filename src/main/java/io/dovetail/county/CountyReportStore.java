package io.dovetail.county;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.Repository;

interface CountyReportStore extends Repository<CountyReport, Long> {

    CountyReport save(CountyReport row);

    @Nullable
    CountyReport findById(long id);

    List<CountyReport> findByCountyIdOrderById(String countyId);
}
