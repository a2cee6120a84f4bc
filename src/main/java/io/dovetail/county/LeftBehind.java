package io.dovetail.county;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A local review that feeds a county review and had not sent its findings when that one closed. */
@Table("county_left_behind")
record LeftBehind(@Id @Nullable Long id, String reviewId, String countyId) {}
