package io.dovetail.county;

import io.dovetail.keeping.NumberedRows;
import java.util.List;

interface CountyChoiceStore extends NumberedRows<CountyChoice> {

    List<CountyChoice> findByCountyIdOrderById(String countyId);
}
