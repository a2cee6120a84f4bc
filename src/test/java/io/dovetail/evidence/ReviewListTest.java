package io.dovetail.evidence;

import static io.dovetail.review.Partnership.ZOE;
import static io.dovetail.review.Partnership.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.review.Partnership;
import io.dovetail.review.Proposals;
import io.dovetail.review.Reviews;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.autoconfigure.data.jdbc.DataJdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which reviews somebody may read. */
@DataJdbcTest
@Import({Partnership.class, ReviewList.class})
@EnableConfigurationProperties(PublicSettings.class)
class ReviewListTest {

    private static final Viewer EVERYTHING = new Viewer(true, Set.of());
    private static final Viewer POLICE = new Viewer(false, Set.of("police"));
    private static final Viewer NOBODY = new Viewer(false, Set.of());

    @Autowired
    Reviews reviews;

    @Autowired
    Proposals proposals;

    @Autowired
    ReviewList list;

    @Autowired
    JdbcClient tables;

    @Test
    void thoseTheirBodiesTakePartInAndThoseUnderWayFirst() {
        String ended = proposals.open(proposal("northmerrow", "police"), ZOE);
        reviews.endPublished(ended);
        String older = proposals.open(proposal("northmerrow", "police"), ZOE);
        String newer = proposals.open(proposal("northmerrow", "police", "mhtrust"), ZOE);
        String others = proposals.open(proposal("sallowdean", "mhtrust"), ZOE);
        asked(newer, "police");
        asked(newer, "mhtrust");

        assertThat(list.list(POLICE, 1)).extracting(ReviewList.Entry::reference).containsExactly(newer, older, ended);
        assertThat(list.count(POLICE)).isEqualTo(3);
        assertThat(list.list(POLICE, 2)).isEmpty();
        assertThat(list.count(EVERYTHING)).isEqualTo(4);
        assertThat(list.count(NOBODY)).isZero();
        assertThat(list.isOpenTo(POLICE, newer)).isTrue();
        assertThat(list.isOpenTo(POLICE, others)).isFalse();
        assertThat(list.isOpenTo(EVERYTHING, others)).isTrue();
        assertThat(list.isOpenTo(EVERYTHING, "NM-1999-001")).isFalse();
    }

    @Test
    void whoeverCoordinatesReadsWhatIsHeldInTheirAreaAndWhatTheyWereAskedAbout() {
        String theirs = proposals.open(proposal("sallowdean", "mhtrust"), ZOE);
        String handedToThem = proposals.open(proposal("northmerrow", "police"), ZOE);
        String others = proposals.open(proposal("northmerrow", "police"), ZOE);
        asked(handedToThem, "convenorssallowdean");
        Viewer convenor =
                new Viewer(false, Set.of(), Set.of("convenorssallowdean"), Set.of("sallowdean", "merrowshire"));

        assertThat(list.list(convenor, 1))
                .extracting(ReviewList.Entry::reference)
                .containsExactly(handedToThem, theirs);
        assertThat(list.count(convenor)).isEqualTo(2);
        assertThat(list.isOpenTo(convenor, handedToThem)).isTrue();
        assertThat(list.isOpenTo(convenor, others)).isFalse();
        assertThat(list.wasAsked(convenor, handedToThem)).isTrue();
        assertThat(list.wasAsked(convenor, theirs)).isFalse();
        assertThat(list.wasAsked(POLICE, handedToThem)).isFalse();
    }

    @Test
    void everybodyReadsFromWhenItIsSet() {
        String proposed = proposals.open(proposal("northmerrow", "police"), ZOE);
        String accepted = proposals.open(proposal("northmerrow", "police"), ZOE);
        reviews.enter(accepted, "jointScoping");
        String published = proposals.open(proposal("northmerrow", "police"), ZOE);
        reviews.endPublished(published);

        assertThat(list.isOpenToEverybody(proposed))
                .as("unless it is set otherwise")
                .isTrue();
        assertThat(open(PublicFrom.PROPOSAL)).containsExactly(accepted, proposed, published);
        assertThat(open(PublicFrom.ACCEPTED)).containsExactly(accepted, published);
        assertThat(open(PublicFrom.PUBLISHED)).containsExactly(published);
        assertThat(open(PublicFrom.NEVER)).isEmpty();
        assertThat(list.isOpenToEverybody("NM-1999-001")).isFalse();
    }

    private List<String> open(PublicFrom from) {
        ReviewList asSet = new ReviewList(tables, new PublicSettings(from, 600));
        List<String> listed = asSet.listForEverybody(1).stream()
                .map(ReviewList.Entry::reference)
                .toList();
        assertThat(asSet.countForEverybody()).isEqualTo(listed.size());
        assertThat(listed).allMatch(asSet::isOpenToEverybody);
        return listed;
    }

    @Test
    void whoCannotJoinReadsOnlyWhileAskedAgain() {
        String review = proposals.open(proposal("northmerrow", "police"), ZOE);
        answers(review, "CANNOT_JOIN");
        assertThat(list.isOpenTo(POLICE, review)).isFalse();
        asked(review, "police");
        assertThat(list.isOpenTo(POLICE, review)).isTrue();
        tables.sql("update body_request set closed_at = asked_at").update();
        answers(review, "JOIN");
        assertThat(list.isOpenTo(POLICE, review)).isTrue();
    }

    private void asked(String review, String body) {
        tables.sql("""
                        insert into body_request (review_id, body_id, question, asked_at, answer_due_at, silence_due_at)
                        values (?, ?, 'answerProposal', current_timestamp, current_timestamp, current_timestamp)
                        """).params(review, body).update();
    }

    private void answers(String review, String stance) {
        tables.sql(
                        "insert into position (review_id, body_id, stance, given_at) values (?, 'police', ?, current_timestamp)")
                .params(review, stance)
                .update();
    }
}
