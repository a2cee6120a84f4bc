package io.dovetail.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.request.Said;
import io.dovetail.request.Word;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SaidAlikeTest {

    private record Answer(Word word, String said, @Nullable String why) implements Said {}

    @Test
    void whoSaidTheSameAndNothingElseIsToldInOneLineAndEverybodyElseByThemselves() {
        Answer because = answer("carers", "agree", "We were there every night.");
        SaidAlike<Answer> all = SaidAlike.of(
                List.of(
                        answer("police", "agree", null),
                        because,
                        answer("lantern", "no answer", null),
                        answer("gps", "agree", null)),
                Answer::said,
                each -> each.why() != null);

        assertThat(all.alike())
                .containsExactly(
                        new SaidAlike.Alike("agree", List.of("police", "gps")),
                        new SaidAlike.Alike("no answer", List.of("lantern")));
        assertThat(all.own()).containsExactly(because);
    }

    @Test
    void nobodyIsToldOfWhereNobodySaidAnything() {
        SaidAlike<Answer> none = SaidAlike.of(List.of(), Answer::said, each -> true);

        assertThat(none.alike()).isEmpty();
        assertThat(none.own()).isEmpty();
    }

    private static Answer answer(String body, String said, @Nullable String why) {
        return new Answer(new Word(body, "zoe", "Zoë Hartley", Instant.EPOCH), said, why);
    }
}
