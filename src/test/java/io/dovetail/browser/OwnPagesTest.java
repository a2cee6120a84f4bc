package io.dovetail.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Media;
import io.dovetail.docs.Sentences;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Forms;
import io.dovetail.journey.Program;
import io.dovetail.journey.Walk;
import io.dovetail.paper.Paper;
import io.dovetail.review.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Our own pages for whoever reads with a screen reader, much enlarged, on a telephone, on paper or without style sheets. */
@Program
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnPagesTest {

    /** A wide window, the same enlarged four times, and a telephone. */
    private static final int[] WIDTHS = {1280, 320, 390};

    /** How each element looks, as far as axe asks: whether it is there, its colours, its size, and whether it scrolls. */
    private static final String LOOKS = """
            () => [...document.querySelectorAll('body, body *')].map(element => {
              const style = getComputedStyle(element);
              const scrolls = overflow => overflow === 'auto' || overflow === 'scroll';
              return [style.display, style.visibility, style.position, style.opacity, style.color, style.backgroundColor,
                  style.fontSize, style.fontWeight,
                  scrolls(style.overflowX) && element.scrollWidth > element.clientWidth,
                  scrolls(style.overflowY) && element.scrollHeight > element.clientHeight].join();
            }).join(';')""";

    private static final int HEIGHT = 900;

    @Autowired
    Engine engine;

    @Autowired
    Walk walk;

    @LocalServerPort
    int port;

    Chromium chromium;

    /** A review that was put off, signed with dissent, published and followed up. */
    String published = "";

    /** A review that is put off now. */
    String waiting = "";

    /** What axe finds on each of our pages, and what is wider than the window. */
    final List<String> faults = new ArrayList<>();

    /** The sentences of our pages that are too long. */
    final Set<String> tooLong = new TreeSet<>();

    @BeforeAll
    void open() {
        chromium = Chromium.open(port);
        published = walk.reviewAt(Stage.SIGN_OFF, Walk.ONE_OF_EACH_VOICE);
        walk.putOffAndGoOn(published);
        walk.everybody(published, "checkFindings", Forms.checkFindings());
        walk.everybody(
                published,
                "signOff",
                body -> "beenthere".equals(body)
                        ? Forms.signOff()
                                .with("view", "agreeWithDissent")
                                .with("text", "Sundays are no better, we think.")
                        : Forms.signOff());
        walk.goOnTo(published, Stage.PUBLICATION);
        walk.pass(published, Stage.PUBLICATION);
        waiting = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        engine.submit("joan", waiting, "answerProposal", Forms.join());
        walk.putOff(waiting);
        each(this::look);
    }

    /**
     * Looks at a page at each width: to draw one again costs less than to open it again. Where every element looks as it did at the
     * width before, axe has nothing new to ask.
     */
    private void look(String address, Page page) {
        Object before = "";
        for (int width : WIDTHS) {
            page.setViewportSize(width, HEIGHT);
            Object looks = page.evaluate(LOOKS);
            if (!looks.equals(before)) {
                Axe.violations(page).forEach(fault -> faults.add(address + " at " + width + " px: " + fault));
            }
            before = looks;
            int at = width;
            Layout.faults(page, width).forEach(fault -> faults.add(address + " at " + at + " px " + fault));
        }
        sentences(page.content()).forEach(text -> tooLong.add(address + ": " + text));
        // Where there are no style sheets a shape is black, and hides what is below it, unless it says otherwise
        // itself.
        Jsoup.parse(page.content())
                .select("svg rect:not([fill]), svg line:not([stroke])")
                .forEach(shape -> faults.add(address + " is black without style sheets: " + shape));
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void nothingKeepsAnybodyOutOfThemAndNothingIsCutOffAtAnyWidth() {
        assertThat(faults).isEmpty();
    }

    @Test
    void noSentenceOfThemIsTooLongToBeReadAtOnce() {
        assertThat(tooLong).isEmpty();
    }

    @Test
    void theyReadInOrderWithoutStyleSheets() {
        Page page = chromium.window();
        page.route("**/*.css", Route::abort);
        page.navigate("/reviews/" + published);
        String read = page.innerText("body");
        List<Integer> places = Stream.of(
                        "Crisis care at night",
                        "What is wanted, and why",
                        "Where it has got to",
                        "Publication",
                        "Who takes part",
                        "Sign-off",
                        "The same in other forms",
                        "No patient-identifiable information")
                .map(read::indexOf)
                .toList();
        assertThat(places).as(read).isSorted().doesNotContain(-1);
        assertThat(Axe.violations(page)).isEmpty();
    }

    @Test
    void aTelephoneBeginsWithWhereTheReviewHasGotTo() {
        Page page = chromium.signedInToOurPages("joan");
        page.setViewportSize(390, HEIGHT);
        page.navigate("/reviews/" + published);

        assertThat(page.locator("#now").boundingBox().y)
                .isLessThan(page.locator(".contents").boundingBox().y);
    }

    @Test
    void onPaperNothingIsFoldedAwayAndNoWayToOtherPagesIsPrinted() {
        Page page = chromium.signedInToOurPages("joan");
        page.navigate("/reviews/" + published);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        Paper paper = new Paper(page.pdf(new Page.PdfOptions().setFormat("A4")));

        assertThat(paper.text())
                .contains("Sundays are no better, we think.", "Our crisis team has five vacancies")
                .doesNotContain("Skip to the content", "On this page", "Accessibility");
        // Between the margins of A4, at 96 dots an inch.
        page.setViewportSize(680, 1000);
        assertThat(
                        page.evaluate(
                                "[...document.querySelectorAll('.scroll')].filter(table => table.scrollWidth > table.clientWidth).length"))
                .as("tables that are wider than the paper")
                .isEqualTo(0);
        Page open = chromium.window();
        open.navigate("/reviews/" + published);
        assertThat(new Paper(open.pdf(new Page.PdfOptions().setFormat("A4"))).text())
                .contains("What is wanted, and why")
                .doesNotContain("The same in other forms");
    }

    /** What is said of Tasklist is found in it, and nothing else is. */
    @Test
    void tasklistHasTheFaultsThatThePageOnAccessibilityNamesAndNoOthers() {
        Set<String> found = new TreeSet<>();
        Page page = chromium.signedIn("ade", "tasklist");
        new TasklistForm(page).open("Say what you think of the postponement").claim();
        page.waitForSelector(".fjs-form input:not([disabled])");
        for (int width : new int[] {1280, 390}) {
            page.setViewportSize(width, HEIGHT);
            Axe.violations(page).forEach(fault -> found.add(fault.substring(0, fault.indexOf(' '))));
            // Whether what can be pressed is 24 pixels wide and high (WCAG 2.5.8), axe asks only if told to.
            assertThat(new AxeBuilder(page)
                            .withRules(List.of("target-size")).analyze().getViolations().stream()
                                    .flatMap(rule -> rule.getNodes().stream())
                                    .map(node -> String.valueOf(node.getTarget())))
                    .as("too small at " + width + " px")
                    .isEmpty();
        }
        page.navigate("/accessibility");
        Set<String> named =
                new TreeSet<>(Jsoup.parse(page.content()).select("[data-axe]").eachAttr("data-axe"));

        assertThat(found).isEqualTo(named);
    }

    /** The same of Cockpit, on the page with which it begins. */
    @Test
    void cockpitHasTheFaultsThatThePageOnAccessibilityNamesAndNoOthers() {
        Page page = chromium.signedIn("helen", "cockpit");
        page.frameLocator(".dovetail-page").locator("h1").waitFor();
        page.locator(".dashboard .actual").waitFor();
        Set<String> found = new TreeSet<>();
        Axe.violations(page).forEach(fault -> found.add(fault.substring(0, fault.indexOf(' '))));
        page.navigate("/accessibility");
        Set<String> named = new TreeSet<>(
                Jsoup.parse(page.content()).select("[data-axe-cockpit]").eachAttr("data-axe-cockpit"));

        assertThat(found).isEqualTo(named);
    }

    /** Each of our pages, for somebody who may read it. */
    private void each(BiConsumer<String, Page> look) {
        Map<String, List<String>> pages = new LinkedHashMap<>();
        pages.put(
                "",
                List.of(
                        "/",
                        "/sign-in",
                        "/reviews",
                        "/reviews/" + published,
                        "/reviews/" + waiting,
                        "/reviews/" + published + "/board-paper",
                        "/reviews/" + waiting + "/board-paper",
                        "/who-is-told",
                        "/accessibility",
                        "/nothing-here"));
        pages.put("joan", List.of("/", "/reviews", "/reviews/" + published, "/reviews/" + waiting));
        pages.put(
                "helen",
                List.of(
                        "/",
                        "/reviews",
                        "/overview",
                        "/overview?since=" + LocalDate.now(engine.clock()).minusDays(7),
                        "/overview/failures",
                        "/reviews/" + published + "/path",
                        "/reviews/" + waiting + "/path",
                        "/reviews/" + waiting + "/path?in=cockpit"));
        pages.put("sam", List.of("/mailbox", "/overview", "/people", "/sign-ons", "/sign-in/unknown"));
        pages.forEach((person, addresses) -> {
            Page page = person.isEmpty() ? chromium.window() : chromium.signedInToOurPages(person);
            for (String address : addresses) {
                page.navigate(address);
                look.accept(address, page);
            }
            chromium.close();
        });
    }

    /** Those of our own that are too long; what somebody typed is theirs, and each name of a list counts by itself. */
    private static Stream<String> sentences(String page) {
        Element body = Jsoup.parse(page).body();
        body.select(".typed, td.wide, blockquote, iframe, pre").remove();
        return body.select("p, li, dt, dd, td, th, h1, h2, h3, h4, summary, label, caption").stream()
                .filter(element -> element.select("p, li, dd, td").size()
                        == (Set.of("p", "li", "dd", "td").contains(element.normalName()) ? 1 : 0))
                .flatMap(element -> Sentences.of(element.text()))
                .flatMap(sentence -> Stream.of(sentence.split(";")))
                .flatMap(Sentences::tooLong);
    }
}
