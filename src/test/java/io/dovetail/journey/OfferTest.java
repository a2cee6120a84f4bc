package io.dovetail.journey;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.journey.Mails.Mail;
import io.dovetail.offer.OfferDecision;
import io.dovetail.offer.OfferEntry;
import io.dovetail.offer.Offers;
import io.dovetail.request.Requests;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Program
@WholeProcess("offer")
class OfferTest {

    private static final String TRUST = "fiona.averill@merrow-mentalhealth.example";
    private static final String LANTERN = "team@lanternhouse.example";
    private static final String CONVENOR = "ruth.ellery@merrow-partnership.example";
    private static final String IGNORED = "Offer from Lantern House Crisis Café not answered";

    @Autowired
    private Walk walk;

    @Autowired
    private Engine engine;

    @Autowired
    private Mails mails;

    @Autowired
    private Offers offers;

    @Autowired
    private Requests requests;

    @Autowired
    private WorkingDays workingDays;

    @Test
    void anOfferIsAnsweredByTheBodyItWasMadeTo() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        walk.raise(
                "zoe", "offer", review, "offerHelp", Forms.offerHelp("mhtrust").with("until", "2027-01-29"));

        Task answer = engine.task("amina", review, "answerOffer");
        assertThat(answer.getDueDate()).isEqualTo(london("2026-12-08T17:00"));
        assertThat(engine.shown(answer).toString())
                .contains("Lantern House", "Two of our volunteers", "29 January 2027");
        assertThat(walk.asked(review, "answerOffer")).containsExactly("mhtrust");
        engine.submit(
                "amina",
                answer,
                Forms.acceptOffer().with("decision", "adapt").with("why", "On Fridays, if they can come then."));
        engine.run();

        assertThat(register(review)).singleElement().satisfies(entry -> {
            assertThat(entry.offer().fromBody()).isEqualTo("lantern");
            assertThat(entry.offer().goodUntil()).isEqualTo(LocalDate.parse("2027-01-29"));
            assertThat(entry.dueAt()).isEqualTo(london("2026-12-08T17:00"));
            assertThat(decision(entry)).isEqualTo(OfferDecision.ADAPT);
            assertThat(entry.ignored()).isFalse();
        });
        assertThat(engine.reached(review)).contains("endEvent_offerAnswered", "endEvent_offerSettled");
        assertThat(toldOf(review)).isEmpty();
    }

    @Test
    void anOfferThatIsIgnoredIsEscalatedAndNamed() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        walk.raise("zoe", "offer", review, "offerHelp", Forms.offerHelp("mhtrust"));
        walk.everybody(review, "answerProposal", Forms.join());

        // Ten working days to answer, and five more until silence is the answer.
        assertThat(engine.due(review, "event_silenceReached")).isEqualTo(london("2026-12-15T17:00"));
        engine.moveTo(review, "event_silenceReached");

        assertThat(toldOf(review)).containsExactlyInAnyOrder(TRUST, LANTERN, CONVENOR);
        assertThat(mails.texts(review))
                .contains(
                        "Merrowshire Mental Health NHS Trust has not answered.",
                        "The answer was due on 8 December 2026.",
                        "You get this because you answer for Merrowshire Mental Health NHS Trust.",
                        "Please ask Merrowshire Mental Health NHS Trust why it has not answered");
        assertThat(register(review)).singleElement().satisfies(entry -> {
            assertThat(entry.ignored()).isTrue();
            assertThat(entry.toldAt()).isEqualTo(london("2026-12-15T17:00"));
        });
        assertThat(walk.asked(review, "answerOffer"))
                .as("a late answer is better than none")
                .containsExactly("mhtrust");

        // Counted from the day on which it is asked once more, over Christmas.
        engine.clock().set(london("2027-01-11T16:59"));
        engine.run();
        assertThat(walk.asked(review, "answerOffer")).containsExactly("mhtrust");
        engine.clock().set(london("2027-01-11T17:00"));
        engine.run();

        assertThat(walk.asked(review, "answerOffer")).isEmpty();
        assertThat(register(review)).singleElement().matches(OfferEntry::ignored);
        assertThat(toldOf(review)).hasSize(3);
        assertThat(engine.reached(review)).contains("endEvent_offerEscalated");
    }

    @Test
    void anIgnoredOfferCanBeAnsweredLateAndBothSidesAreTold() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        walk.raise("zoe", "offer", review, "offerHelp", Forms.offerHelp("mhtrust"));
        walk.everybody(review, "answerProposal", Forms.join());
        engine.moveTo(review, "event_silenceReached");

        engine.submit("amina", review, "answerOffer", Forms.acceptOffer());
        engine.run();

        assertThat(engine.reached(review)).contains("endEvent_offerAnswered").doesNotContain("endEvent_offerEscalated");
        assertThat(mails.about(review))
                .filteredOn(mail -> mail.subject().startsWith("Offer to Merrowshire Mental Health NHS Trust answered"))
                .extracting(Mails.Mail::to)
                .containsExactlyInAnyOrder(LANTERN, "crisis.care@merrow-mentalhealth.example");
        assertThat(register(review)).singleElement().satisfies(entry -> {
            assertThat(decision(entry)).isEqualTo(OfferDecision.ACCEPT);
            assertThat(entry.toldAt()).as("that it was ignored stays on record").isEqualTo(london("2026-12-15T17:00"));
        });
    }

    @Test
    void anOfferInADeferralThatIsIgnoredIsEscalatedToo() {
        String review = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        engine.submit("amina", review, "answerProposal", Forms.putOff());
        engine.submit("amina", review, "deferReview", Forms.deferReview(LocalDate.parse("2027-02-01")));
        walk.everybody(
                review, "respondToDeferral", body -> "lantern".equals(body) ? Forms.consentAndHelp() : Forms.consent());
        assertThat(walk.asked(review, "answerOffer")).containsExactly("mhtrust");

        engine.moveTo(review, "event_silenceReached");

        assertThat(toldOf(review)).containsExactlyInAnyOrder(TRUST, LANTERN, CONVENOR);
        assertThat(register(review)).singleElement().matches(OfferEntry::ignored);
    }

    @Test
    void whatIsToldTwiceIsAskedAndToldOnce() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        walk.raise("zoe", "offer", review, "offerHelp", Forms.offerHelp("mhtrust"));
        long offer = register(review).get(0).offer().number();

        again(review, offer);
        assertThat(walk.asked(review, "answerOffer")).containsExactly("mhtrust");
        walk.everybody(review, "answerProposal", Forms.join());
        engine.moveTo(review, "event_silenceReached");
        again(review, offer);

        assertThat(toldOf(review)).hasSize(3);
        assertThat(requests.ofReview(review))
                .filteredOn(request -> request.question().equals("answerOffer"))
                .as("at first, and once more after it was ignored")
                .hasSize(2);
    }

    @Test
    void twoOffersAtOnceAreEachAnsweredByTheBodyTheyWereMadeTo() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        for (String person : List.of("zoe", "ade")) {
            engine.submit(person, engine.raiseMatter(person), Forms.chooseMatter("offer", review));
        }
        engine.run();
        Task one = engine.task("zoe", review, "offerHelp");
        Task other = engine.task("ade", review, "offerHelp");
        engine.submit("zoe", one, Forms.offerHelp("mhtrust"));
        engine.submit("ade", other, Forms.offerHelp("carers"));
        engine.run();

        engine.submit("joan", review, "answerOffer", Forms.acceptOffer());
        engine.submit(
                "amina",
                review,
                "answerOffer",
                Forms.acceptOffer().with("decision", "decline").with("why", "Nobody could look after them at night."));

        assertThat(register(review))
                .extracting(
                        entry -> entry.offer().fromBody(),
                        entry -> entry.offer().toBody(),
                        entry -> Objects.requireNonNull(entry.answer()).bodyId(),
                        entry -> decision(entry))
                .containsExactly(
                        tuple("lantern", "mhtrust", "mhtrust", OfferDecision.DECLINE),
                        tuple("beenthere", "carers", "carers", OfferDecision.ACCEPT));
    }

    @Test
    void nobodyButTheBodyItWasMadeToAnswersAnOffer() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        walk.raise("zoe", "offer", review, "offerHelp", Forms.offerHelp("mhtrust"));
        Task answer = engine.task("amina", review, "answerOffer");

        for (String person : List.of("zoe", "ade", "ruth")) {
            assertThat(engine.tasks(person, review)).extracting(Task::getId).doesNotContain(answer.getId());
            assertThat(engine.refused(person, () -> {
                        engine.engine().getFormService().submitTaskForm(answer.getId(), Map.of("decision", "accept"));
                        return true;
                    }))
                    .as(person)
                    .isTrue();
        }
        assertThat(register(review)).singleElement().returns(null, OfferEntry::answer);
        assertThat(workingDays.today()).isEqualTo(LocalDate.parse("2026-11-24"));
    }

    private void again(String review, long offer) {
        engine.engine()
                .getRuntimeService()
                .createMessageCorrelation("dovetail.offerMade")
                .processInstanceBusinessKey(review)
                .setVariablesToTriggeredScope(Map.<String, Object>of("offerId", offer))
                .correlate();
        engine.run();
    }

    private List<OfferEntry> register(String review) {
        return offers.register(review, requests.ofReview(review));
    }

    private List<String> toldOf(String review) {
        return mails.about(review).stream()
                .filter(mail -> mail.subject().equals(IGNORED))
                .map(Mail::to)
                .toList();
    }

    private static OfferDecision decision(OfferEntry entry) {
        return Objects.requireNonNull(Objects.requireNonNull(entry.answer()).said())
                .decision();
    }
}
