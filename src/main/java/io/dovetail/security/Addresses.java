package io.dovetail.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/** What a request is about. */
final class Addresses {

    private Addresses() {}

    /** The address as the program reads it, without what is encoded and without the question. */
    static String of(HttpServletRequest request) {
        return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    }
}
