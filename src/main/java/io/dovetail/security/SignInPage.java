package io.dovetail.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signs people in where they come from a link or the home page; Tasklist, Cockpit and Admin then know them too. */
@Controller
class SignInPage {

    // Named by what is allowed: browsers read much as the start of another site's address, a tab within slashes
    // included.
    private static final Pattern HERE = Pattern.compile("/(?:[\\w.~%?#&=+:-][\\w.~%?#&=+:/-]*)?");

    private final ProcessEngine engine;

    SignInPage(ProcessEngine engine) {
        this.engine = engine;
    }

    @GetMapping("/sign-in")
    String ask(@RequestParam(defaultValue = "/") String next, Model page) {
        page.addAttribute("next", here(next));
        return "sign-in";
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam String person,
            @RequestParam String password,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            Model page) {
        UserAuthentication authentication = checked(person.strip(), password);
        if (authentication == null) {
            page.addAttribute("next", here(next));
            page.addAttribute("person", person);
            page.addAttribute("failed", true);
            return "sign-in";
        }
        AuthenticationUtil.revalidateSession(request, authentication);
        return "redirect:" + here(next);
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return "redirect:/";
    }

    /** The engine holds back further tries after a wrong password by itself. */
    private @Nullable UserAuthentication checked(String person, String password) {
        IdentityService identity = engine.getIdentityService();
        identity.clearAuthentication();
        return !person.isEmpty() && identity.checkPassword(person, password)
                ? AuthenticationUtil.createAuthentication(engine, person)
                : null;
    }

    /** Only addresses of this program are gone on to. */
    private static String here(String next) {
        return HERE.matcher(next).matches() ? next : "/";
    }
}
