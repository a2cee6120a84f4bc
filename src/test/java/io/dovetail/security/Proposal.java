package io.dovetail.security;

import java.util.HashMap;
import java.util.Map;

/** A proposal of a review and a body's answer to it, as they are filled in. */
final class Proposal {

    private Proposal() {}

    static Map<String, Object> whole() {
        Map<String, Object> form = new HashMap<>();
        form.put("title", "Crisis care at night");
        form.put("area", "northmerrow");
        form.put(
                "need",
                "People in a crisis at night are handed on from one service to the next, three times and more.");
        form.put("claim1", "People are handed on three times before somebody stays with them.");
        form.put("claim1Class", "livedExperience");
        form.put("claim1Source", "Four accounts at a members’ meeting");
        form.put("wantedMonth", "2030-02-01");
        form.put("timesPutOff", 0);
        form.put("commitment", "We keep a room free for everybody who comes to tell us.");
        return form;
    }

    static Map<String, Object> with(String field, Object value) {
        return with(whole(), field, value);
    }

    static Map<String, Object> answer(String lead) {
        Map<String, Object> form = new HashMap<>();
        form.put("stance", "join");
        form.put("mandate", "canCommit");
        form.put("lead", lead);
        form.put("commitment", "We send somebody to every workshop.");
        return form;
    }

    static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(form);
        changed.put(field, value);
        return changed;
    }

    static Map<String, Object> without(Map<String, Object> form, String field) {
        Map<String, Object> changed = new HashMap<>(form);
        changed.remove(field);
        return changed;
    }
}
