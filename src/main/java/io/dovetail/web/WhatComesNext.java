package io.dovetail.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dovetail.request.OpenSteps;
import io.dovetail.request.OpenSteps.OpenStep;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells whoever has just sent a form in Tasklist what was sent and what comes next (the words are {@code words/sent.json}). */
@RestController
class WhatComesNext {

    private final OpenSteps steps;
    private final Map<String, String> words;

    WhatComesNext(OpenSteps steps) throws IOException {
        this.steps = steps;
        try (InputStream content = new ClassPathResource("words/sent.json").getInputStream()) {
            words = new JsonMapper().readValue(content, new TypeReference<>() {});
        }
    }

    @GetMapping("/steps/after/{sent}")
    Answer after(@PathVariable String sent, @RequestParam String form, Authentication person) {
        Optional<OpenStep> next = steps.after(
                sent,
                person.getName(),
                person.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .toList());
        return new Answer(words.getOrDefault(form, "Sent. Thank you."), next.orElse(null));
    }

    /**
     * What is said.
     *
     * @param sentence what was sent and what comes of it
     * @param next the step of their own that follows, if there is one by now
     */
    record Answer(String sentence, @Nullable OpenStep next) {}
}
