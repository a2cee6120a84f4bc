package io.dovetail.security;

import io.dovetail.engine.Accounts;
import io.dovetail.engine.EngineSessions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everybody with an account, for administrators: what is kept about them, and that they have left. */
@Controller
class PeoplePage {

    /** As many as a partnership may ever have. */
    private static final int MOST = 5_000;

    private final Accounts accounts;
    private final Leavers leavers;
    private final SecurityLog log;

    PeoplePage(@Lazy Accounts accounts, Leavers leavers, SecurityLog log) {
        this.accounts = accounts;
        this.leavers = leavers;
        this.log = log;
    }

    /** One line of the list. */
    record Line(String id, String name, boolean own) {}

    @GetMapping("/people")
    String list(@RequestParam(required = false) @Nullable String left, HttpServletRequest request, Model page) {
        String reader = EngineSessions.personIn(request.getSession(false));
        List<Line> lines = accounts.all(MOST).stream()
                .map(account ->
                        new Line(account.id(), account.name(), account.id().equals(reader)))
                .toList();
        page.addAttribute("accounts", lines);
        page.addAttribute("left", left != null);
        return "people";
    }

    /** Nobody says so of themselves: there is always an administrator left. */
    @PostMapping("/people/{id}/left")
    String left(@PathVariable String id, HttpServletRequest request) {
        String by = EngineSessions.personIn(request.getSession(false));
        if (id.equals(by) || !accounts.isKnown(id)) {
            return "redirect:/people";
        }
        leavers.leave(id);
        log.left(id, by, request.getRemoteAddr());
        return "redirect:/people?left";
    }
}
