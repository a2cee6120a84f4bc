package io.dovetail.web;

import io.dovetail.form.SentWords;
import io.dovetail.request.OpenSteps;
import io.dovetail.request.OpenSteps.OpenStep;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells whoever has just sent a form in Tasklist what was sent and what comes next. */
@RestController
class WhatComesNext {

    private final OpenSteps steps;
    private final SentWords words;

    WhatComesNext(OpenSteps steps, SentWords words) {
        this.steps = steps;
        this.words = words;
    }

    @GetMapping("/steps/after/{sent}")
    Answer after(
            @PathVariable String sent,
            @RequestParam String form,
            @RequestParam(defaultValue = "false") boolean nothing,
            Authentication person) {
        Optional<OpenStep> next = steps.after(
                sent,
                person.getName(),
                person.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .toList());
        return new Answer(words.after(form, nothing), next.orElse(null));
    }

    /**
     * What is said.
     *
     * @param sentence what was sent and what comes of it
     * @param next the step of their own that follows, if there is one by now
     */
    record Answer(String sentence, @Nullable OpenStep next) {}
}
