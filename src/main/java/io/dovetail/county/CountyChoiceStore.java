package io.dovetail.county;

import java.util.List;
import org.springframework.data.repository.Repository;

interface CountyChoiceStore extends Repository<CountyChoice, Long> {

    CountyChoice save(CountyChoice row);

    List<CountyChoice> findByCountyIdOrderById(String countyId);
}
