package io.dovetail.security;

import io.dovetail.engine.People;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
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

    private final IdentityService identity;
    private final Leavers leavers;
    private final SecurityLog log;

    PeoplePage(@Lazy IdentityService identity, Leavers leavers, SecurityLog log) {
        this.identity = identity;
        this.leavers = leavers;
        this.log = log;
    }

    /** One line of the list. */
    record Account(String id, String name, boolean own) {}

    @GetMapping("/people")
    String list(@RequestParam(required = false) @Nullable String left, HttpServletRequest request, Model page) {
        String reader = Addresses.person(request.getSession(false));
        List<Account> accounts = identity.createUserQuery().orderByUserLastName().asc().listPage(0, MOST).stream()
                .map(user -> new Account(
                        user.getId(), People.nameOf(user), user.getId().equals(reader)))
                .toList();
        page.addAttribute("accounts", accounts);
        page.addAttribute("left", left != null);
        return "people";
    }

    /** Nobody says so of themselves: there is always an administrator left. */
    @PostMapping("/people/{id}/left")
    String left(@PathVariable String id, HttpServletRequest request) {
        String by = Addresses.person(request.getSession(false));
        if (id.equals(by) || identity.createUserQuery().userId(id).count() == 0) {
            return "redirect:/people";
        }
        leavers.leave(id);
        log.left(id, by, request.getRemoteAddr());
        return "redirect:/people?left";
    }
}
