package io.dovetail.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dovetail.workshop.ConfirmRecord.RecordIs;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkshopFormsTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @Test
    void threeDifferentDatesAreAProposal() {
        assertThat(faults(dates(DAY.plusDays(2), LocalTime.of(18, 0)))).isEmpty();
    }

    @Test
    void aDateGivenTwiceIsRefused() {
        assertThat(faults(dates(DAY, LocalTime.of(18, 0))))
                .containsExactly("Two of these dates are the same; please propose different ones.");
    }

    @Test
    void aWorkshopStartsWhenPeopleCanTravel() {
        assertThat(faults(dates(DAY.plusDays(2), LocalTime.of(7, 0)))).hasSize(1);
        assertThat(faults(dates(DAY.plusDays(2), LocalTime.of(18, 30)))).hasSize(1);
        assertThat(faults(dates(DAY.plusDays(2), LocalTime.of(9, 30)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://meet.example/x", "meet.example", "https://", "https://a b", "javascript:alert(1)"})
    void aRemoteLinkThatIsNoWebAddressIsRefused(String link) {
        assertThat(faults(booking(link))).hasSize(1);
    }

    @Test
    void aRemoteLinkMayBeLeftOut() {
        assertThat(faults(booking(null))).isEmpty();
        assertThat(faults(booking("https://meet.example/room?id=1"))).isEmpty();
    }

    @Test
    void aRecordThatIsNotConfirmedComesWithWhatIsWrong() {
        assertThat(faults(new ConfirmRecord(RecordIs.CONFIRMED, null, null))).isEmpty();
        assertThat(faults(new ConfirmRecord(RecordIs.NOT_CONFIRMED, "We did not agree to that.", null)))
                .isEmpty();
        assertThat(faults(new ConfirmRecord(RecordIs.NOT_CONFIRMED, " ", "We see it differently.")))
                .containsExactly("Please say what is wrong with the record, so that it can be put right.");
    }

    @Test
    void nobodyNeedsToHaveComeButTheNumbersAreGiven() {
        assertThat(faults(new RecordAttendance(null, 0, 0, "Nobody came.", null)))
                .isEmpty();
        assertThat(faults(new RecordAttendance(List.of(), -1, 0, "Nobody came.", null)))
                .containsExactly("please give a number from 0 to 200");
    }

    @Test
    void theNamesThatFormsSendAreTheConstants() {
        JsonMapper json = new JsonMapper();
        assertThat(json.convertValue("canCome", CanCome.class)).isEqualTo(CanCome.CAN_COME);
        assertThat(json.convertValue("twoAndAHalfHours", WorkshopLength.class))
                .isEqualTo(WorkshopLength.TWO_AND_A_HALF_HOURS);
        assertThat(json.convertValue(Map.of("recordIs", "notConfirmed"), ConfirmRecord.class)
                        .recordIs())
                .isEqualTo(RecordIs.NOT_CONFIRMED);
    }

    private static ProposeDates dates(LocalDate third, LocalTime startsAt) {
        return new ProposeDates(
                DAY, DAY.plusDays(1), third, null, null, null, startsAt, WorkshopLength.TWO_HOURS, null);
    }

    private static BookWorkshop booking(@Nullable String link) {
        return new BookWorkshop("2026-12-01", null, "Town Hall", link, DAY, true, null);
    }

    private static List<String> faults(Record form) {
        return VALIDATOR.validate(form).stream()
                .map(ConstraintViolation::getMessage)
                .toList();
    }
}
