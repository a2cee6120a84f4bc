package io.dovetail.journey;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/**
 * A valid answer to every form, as Tasklist sends it: days as text, numbers as integers, lists as JSON. Each is a map of its
 * own, so that a test may change what it is about.
 */
public final class Forms {

    private static final List<String> TESTS = List.of(
            "firstMeeting",
            "twoOfThem",
            "carerAndVoluntary",
            "payment",
            "papers",
            "timeAndPlace",
            "coChair",
            "ownPosition",
            "answered",
            "nextSteps");

    private Forms() {}

    /** Proposes a review in North Merrow, put off four times already; every body that serves it where none is named. */
    public static Filled proposeReview(LocalDate today, String... bodies) {
        Filled form = new Filled()
                .with("title", "Crisis care at night")
                .with("area", "northmerrow")
                .with("need", "People in a mental-health crisis at night are passed from one service to the next.")
                .with("claim1", "People are handed on three times or more before somebody stays with them.")
                .with("claim1Class", "livedExperience")
                .with("claim1Source", "Four accounts at the members’ meeting in September")
                .with("wantedMonth", today.plusMonths(3).toString())
                .with("timesPutOff", 4)
                .with("putOffSince", today.minusMonths(10).toString())
                .with("commitment", "We keep a room free and pay for the travel of everybody who comes.");
        form.put("bodies", list(bodies));
        return form;
    }

    /** Adds these bodies. */
    public static Filled completePartnership(String... bodies) {
        return new Filled()
                .with("bodies", list(bodies))
                .with("goWithoutThem", false)
                .with("why", "");
    }

    /** Accepts that somebody is missing. */
    public static Filled goWithoutThem() {
        return new Filled()
                .with("bodies", list())
                .with("goWithoutThem", true)
                .with("why", "Nobody in this area speaks for carers at the moment.");
    }

    /** Joins the review. */
    public static Filled join() {
        return new Filled()
                .with("stance", "join")
                .with("mandate", "canCommit")
                .with("lead", "The head of crisis services")
                .with("help", "A room for the workshop, step-free.")
                .with("commitment", "We come to the workshop and bring what we know of the nights.");
    }

    /** Joins on a condition; the word of the organisation follows in a fortnight. */
    public static Filled joinWithConditions(LocalDate today) {
        return new Filled()
                .with("stance", "joinWithConditions")
                .with("why", "The workshop has to be held outside the hours of the clinic.")
                .with("mandate", "mustReferBack")
                .with("referBackBy", today.plusDays(14).toString())
                .with("lead", "The head of crisis services")
                .with("commitment", "We answer for the nights that we staff.");
    }

    /** Asks to put the review off. */
    public static Filled putOff() {
        return notJoining("putOff", "Our crisis team has five vacancies until the spring.");
    }

    /** Makes a review of its own. */
    public static Filled ownReview() {
        return notJoining("ownReview", "Our own review of the nights has begun already.");
    }

    /** Cannot join the review. */
    public static Filled cannotJoin() {
        return notJoining("cannotJoin", "We do not work with people in crisis any more.");
    }

    private static Filled notJoining(String stance, String why) {
        return new Filled()
                .with("stance", stance)
                .with("why", why)
                .with("mandate", "canCommit")
                .with("lead", "The head of crisis services");
    }

    /** Says why the review is to be put off, until that day. */
    public static Filled deferReview(LocalDate until) {
        return new Filled()
                .with("category", "capacity")
                .with("reason", "Our crisis team has five vacancies, and nobody could prepare the evidence.")
                .with("newOn", until.toString())
                .with("needed", "Two of the vacancies are filled.")
                .with("safeguard", "The night line stays open and is staffed by the hospital.");
    }

    /** Puts the review off until that day without a reason. */
    public static Filled deferWithoutReason(LocalDate until) {
        return deferReview(until).with("category", "noReason").with("reason", "");
    }

    /** Consents to a postponement. */
    public static Filled consent() {
        return new Filled().with("view", "consent");
    }

    /** Consents to a postponement and offers help. */
    public static Filled consentAndHelp() {
        return consent().with("help", "Two of our volunteers can gather the evidence.");
    }

    /** Objects to a postponement. */
    public static Filled object() {
        return new Filled()
                .with("view", "object")
                .with("why", "People wait for this since January.")
                .with("obstacle", "Nobody has asked the night staff.");
    }

    /** Accepts an offer of help. */
    public static Filled acceptOffer() {
        return new Filled().with("decision", "accept");
    }

    /** Restarts the review. */
    public static Filled restartReview() {
        return new Filled().with("changed", "Two people have started on Monday.");
    }

    /** Chooses how it goes on: {@code startWithPresent}, {@code independentConvenor} or {@code closePublicly}. */
    public static Filled chooseWay(String way) {
        return new Filled()
                .with("way", way)
                .with("reason", "It has been put off for a year, and the people it is for have waited long enough.")
                .with("chairSaid", "Agreed on the telephone on Monday.")
                .with("independentConvenor", "independentConvenor".equals(way) ? "Dr Ola Brandt, of Estwick" : "");
    }

    /** Chooses how a county review goes on: {@code otherLeads}, {@code independentLead} or {@code closePublicly}. */
    public static Filled chooseCountyWay(String way) {
        return new Filled()
                .with("way", way)
                .with("team", "otherLeads".equals(way) ? "countyleadsdunshire" : "")
                .with("independentLead", "independentLead".equals(way) ? "Dr Ola Brandt, of Estwick" : "")
                .with("reason", "Nobody has worked on it since January, and the local reviews cannot wait for it.")
                .with("chairSaid", "Agreed on the telephone on Monday.");
    }

    /** Chooses a review to raise something about, such as {@code putOff}, {@code concern} or {@code nothing}. */
    public static Filled chooseMatter(String kind, String review) {
        return new Filled().with("kind", kind).with("review", review);
    }

    /** Hands that review over to those convenors. */
    public static Filled handOverReview(String review, String team) {
        return new Filled()
                .with("review", review)
                .with("team", team)
                .with("why", "Ruth is ill until the end of January, and nobody else is here.");
    }

    /** Says what a review of its own is about, from today until that day. */
    public static Filled declareOwnReview(LocalDate today, LocalDate until) {
        return new Filled()
                .with("scope", "The nights on our own wards, from the first call to the next morning.")
                .with("startsOn", today.toString())
                .with("endsOn", until.toString())
                .with("seats", 2)
                .with("howToTakeUp", "Write to the head of crisis services.");
    }

    /** Offers that body two volunteers. */
    public static Filled offerHelp(String toBody) {
        return new Filled().with("toBody", toBody).with("help", "Two of our volunteers can sit with people at night.");
    }

    /** Raises a concern. */
    public static Filled raiseConcern() {
        return new Filled()
                .with("concern", "People are sent home at three in the morning with nobody to go to.")
                .with("claimClass", "livedExperience")
                .with("source", "Four of our members, in November")
                .with("wouldHelp", "A place that is open until eight.");
    }

    /** Reports that money was cut from that day. */
    public static Filled reportFundingCut(LocalDate from) {
        return new Filled()
                .with("what", "The grant for our night line, two thirds of it.")
                .with("cutFrom", from.toString())
                .with("noLonger", "Nobody answers the line after midnight.");
    }

    /** Says that there is a review of the whole county. */
    public static Filled claimCountyReview() {
        return new Filled()
                .with("said", "The board was told that a review of the whole county is being thought of.")
                .with("source", "The board's meeting on Monday");
    }

    /** Takes an observer seat in another organisation's own review, and offers no help. */
    public static Filled takeSeat() {
        return new Filled()
                .with("seat", "take")
                .with("observer", "Our head of services")
                .with("help", "");
    }

    /** Takes no observer seat, but offers help. */
    public static Filled helpOwnReview() {
        return new Filled()
                .with("seat", "leave")
                .with("observer", "")
                .with("help", "We can ask our members how the nights were for them.");
    }

    /** Gives two findings of its own review, one of them a guess. */
    public static Filled ownFindings() {
        return new Filled()
                .with("nothingToReport", false)
                .with("finding1", "On nine nights of ten one nurse was alone on the ward.")
                .with("claimClass1", "fact")
                .with("source1", "Rotas of October")
                .with("finding2", "People leave because nobody has time to talk.")
                .with("claimClass2", "hypothesis")
                .with("source2", "Talks with the night staff")
                .with("test2", "Ask those who left.");
    }

    /** Answers a concern. */
    public static Filled answerConcern() {
        return new Filled()
                .with("says", "We know of it, and it happens more often in winter.")
                .with("willDo", "We keep our café open until eight from Monday.");
    }

    /** Can still do its part. */
    public static Filled canDo() {
        return new Filled().with("capacity", "yes").with("needs", "").with("takeOn", "The line until two o'clock.");
    }

    /** Says that what stood in the way is gone. */
    public static Filled obstacleGone() {
        return new Filled().with("changed", "The hospital lends us two people until the spring.");
    }

    /** Settles a proposal that too few join: {@code goAhead}, {@code askAgain} or {@code closePublicly}. */
    public static Filled settleProposal(String decision) {
        return new Filled().with("decision", decision).with("reason", "This is what we agreed when we met on Monday.");
    }

    /** Proposes these three to six dates at two in the afternoon, for two hours. */
    public static Filled proposeDates(LocalDate... dates) {
        Filled form = new Filled()
                .with("startsAt", "14:00")
                .with("length", "twoHours")
                .with("note", "");
        for (int i = 0; i < dates.length; i++) {
            form.put("date" + (i + 1), dates[i].toString());
        }
        return form;
    }

    /** Can come on each of three dates, with that many people with lived experience. */
    public static Filled giveAvailability(int peopleWithLivedExperience) {
        return new Filled()
                .with("can1", "canCome")
                .with("can2", "onlyOnline")
                .with("can3", "cannot")
                .with("accessNeeds", "A quiet room to go to.")
                .with("peopleWithLivedExperience", peopleWithLivedExperience)
                .with("papersFormat", "largePrint");
    }

    /** Books the workshop on one of the dates, with the papers on that day. */
    public static Filled bookWorkshop(LocalDate date, LocalDate papersOn) {
        return new Filled()
                .with("chosenDate", date.toString())
                .with("place", "North Merrow Town Hall, room 2")
                .with("remoteLink", "https://meet.example/crisis-care")
                .with("papersOn", papersOn.toString())
                .with("paymentOffered", true)
                .with("note", "");
    }

    /** Records who came: these bodies, and so many people with lived experience. */
    public static Filled recordAttendance(List<String> bodies, int peopleWithLivedExperience) {
        return new Filled()
                .with("bodiesPresent", list(bodies.toArray(String[]::new)))
                .with("peopleWithLivedExperience", peopleWithLivedExperience)
                .with("carersPresent", 0)
                .with("decisions", "We start with the nights.")
                .with("livedExperienceView", "We want to be asked before a door is closed.");
    }

    /** One question of the scope. */
    public static Filled addScopeQuestion(boolean another) {
        return new Filled()
                .with("question", "Who stays with somebody at night until help has come?")
                .with("supportBeforeCrisis", "local")
                .with("urgentAccess", "both")
                .with("qualityInCrisis", "county")
                .with("recovery", "neither")
                .with("another", another);
    }

    /** Confirms the record of the workshop. */
    public static Filled confirmRecord() {
        return new Filled()
                .with("recordIs", "confirmed")
                .with("whatIsWrong", "")
                .with("ownView", "We would have liked to start earlier.");
    }

    /** One piece of evidence. */
    public static Filled giveEvidence() {
        return new Filled()
                .with("nothingToAdd", false)
                .with("statement1", "Between two and six at night nobody answers the crisis line.")
                .with("claimClass1", "fact")
                .with("source1", "Call records of October");
    }

    /** Records the visits. */
    public static Filled recordVisits() {
        return new Filled()
                .with("visits", "Two of us spent a night in the emergency department; people waited in the corridor.");
    }

    /** Drafts a finding that rests on evidence with these numbers. */
    public static Filled draftFinding(boolean another, String... evidence) {
        return new Filled()
                .with("text", "At night nobody stays with people until help has come.")
                .with("claimClass", "fact")
                .with("restsOn", list(evidence))
                .with("area", "urgentAccess")
                .with("another", another);
    }

    /** Announces a county review whose findings are promised for sixty days on. */
    public static Filled announceCountyReview(LocalDate today) {
        return new Filled()
                .with("county", "merrowshire")
                .with("sponsor", "Tomasz Wójcik, Merrowshire Integrated Care Board")
                .with("startsOn", today.plusDays(7).toString())
                .with("findingsOn", today.plusDays(60).toString())
                .with("terms", "How people in a crisis are transported and where they wait, across the county.");
    }

    /** Confirms a county review. */
    public static Filled confirmCounty(LocalDate today) {
        Filled form = announceCountyReview(today).with("held", "held").with("why", "");
        form.remove("county");
        return form;
    }

    /** Says that there is no county review. */
    public static Filled noCounty() {
        return new Filled()
                .with("held", "notHeld")
                .with("why", "Nobody has been asked to hold one, and nobody will be.");
    }

    /** A finding of the county review. */
    public static Filled countyFinding() {
        return new Filled()
                .with("news", "finding")
                .with("text", "Transport takes more than three hours in two of three districts.")
                .with("claimClass", "fact")
                .with("source", "Ambulance dispatch times, January to June")
                .with("area", "urgentAccess");
    }

    /** The county review takes longer. */
    public static Filled countyTakesLonger(LocalDate newOn) {
        return new Filled()
                .with("news", "longer")
                .with("newOn", newOn.toString())
                .with("why", "Two of the districts have not sent their figures yet.");
    }

    /** All findings of the county review are there. */
    public static Filled countyComplete() {
        return new Filled().with("news", "complete");
    }

    /** The county's answer to a local finding: {@code adopted}, {@code adapted} or {@code notAdopted}. */
    public static Filled answerFinding(String answer) {
        return new Filled()
                .with("answer", answer)
                .with(
                        "because",
                        "adopted".equals(answer) ? "" : "It holds for nights at weekends in the whole county.");
    }

    /** What a local review does with the county's: {@code feed}, {@code merge} or {@code apart}. */
    public static Filled linkReview(String choice) {
        return new Filled()
                .with("choice", choice)
                .with("why", "All of us have talked about it, and this is what we want.");
    }

    /** Consents to merging, or objects. */
    public static Filled consentToMerge(String view) {
        return new Filled()
                .with("view", view)
                .with("why", "consent".equals(view) ? "" : "Nobody would look at the nights in our town any more.");
    }

    /** What follows from the county's answers. */
    public static Filled finishFindings() {
        return new Filled().with("conclusion", "Our finding holds, and we name the weekends in it.");
    }

    /** Drafts a finding that is a hypothesis, which that body tests. */
    public static Filled hypothesis(boolean another, String testOwner) {
        return draftFinding(another)
                .with("text", "At night fewer people would wait in custody if a van were free.")
                .with("claimClass", "hypothesis")
                .with("howTested", "Count the vans that are free at night.")
                .with("testOwner", testOwner);
    }

    /** Finds the findings accurate. */
    public static Filled checkFindings() {
        return new Filled().with("accuracy", "accurate").with("corrections", "");
    }

    /** Answers corrections without changing a finding. */
    public static Filled settleCorrections() {
        return new Filled().with("answers", "Not changed, because the hospital's own figures say so.");
    }

    /** Signs the findings. */
    public static Filled signOff() {
        return new Filled().with("view", "agree").with("text", "");
    }

    /** Recommends something to that body, resting on the finding with that number in the table. */
    public static Filled addRecommendation(LocalDate today, String owner, String finding, boolean another) {
        return new Filled()
                .with("text", "Keep one place open every night where somebody stays until help has come.")
                .with("owner", owner)
                .with("byOn", today.plusMonths(9).toString())
                .with("measure", "The place is open on every night of a month.")
                .with("restsOn", finding)
                .with("prevention", "Fewer nights in the emergency department and in custody.")
                .with("another", another);
    }

    /** Accepts a recommendation. */
    public static Filled answerRecommendation() {
        return new Filled().with("answer", "accept").with("text", "");
    }

    /** Ten times yes, with what shows it. */
    public static Filled reflect() {
        Filled form = new Filled();
        TESTS.forEach(test -> form.with(test, "yes").with(test + "Evidence", "The record of the workshop"));
        return form;
    }

    /** Three of them, who all say yes ten times. */
    public static Filled reflectLivedExperience() {
        Filled form = new Filled().with("people", 3);
        TESTS.forEach(test -> form.put(test, 3));
        return form;
    }

    /** Publishes the report. */
    public static Filled publishReport() {
        return new Filled()
                .with("statement", "We looked at the nights together. This is what we found and what will be done.");
    }

    /** Reports that a recommendation is done. */
    public static Filled done() {
        return new Filled().with("progress", "done").with("evidence", "The rota of May, with every night staffed.");
    }

    /** Reports that a recommendation is late. */
    public static Filled late(LocalDate today) {
        return new Filled()
                .with("progress", "late")
                .with("newDate", today.plusMonths(4).toString())
                .with("why", "The building needed a second way out first.");
    }

    /** A list as a taglist or checklist sends it. */
    public static SpinJsonNode list(String... values) {
        return Spin.JSON(List.of(values));
    }

    /** A form as it is filled in. */
    public static final class Filled extends LinkedHashMap<String, Object> {

        private static final long serialVersionUID = 1;

        /** The same form with this in that field. */
        public Filled with(String field, Object value) {
            put(field, value);
            return this;
        }
    }
}
