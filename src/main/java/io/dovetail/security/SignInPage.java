package io.dovetail.security;

import io.dovetail.engine.Accounts;
import io.dovetail.engine.EngineSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Signs people in where they come from a link or the home page; Tasklist, Cockpit and Admin then know them too. */
@Controller
class SignInPage {

    // Named by what is allowed: browsers read much as the start of another site's address, a tab within slashes
    // included.
    private static final Pattern HERE = Pattern.compile("/(?:[\\w.~%?#&=+:-][\\w.~%?#&=+:/-]*)?");

    static final String FAILED = "failed";
    static final String ADMINISTRATOR = "administrator";

    private static final String WRONG =
            "That name and password do not go together. Please try again; after several wrong tries the"
                    + " sign-in waits a little.";

    private final Accounts accounts;
    private final SignInNames names;
    private final WrongPasswords wrongPasswords;
    private final EngineSessions sessions;
    private final SecurityLog log;
    private final SignOnSettings signOn;

    SignInPage(
            Accounts accounts,
            SignInNames names,
            WrongPasswords wrongPasswords,
            EngineSessions sessions,
            SecurityLog log,
            SignOnSettings signOn) {
        this.accounts = accounts;
        this.names = names;
        this.wrongPasswords = wrongPasswords;
        this.sessions = sessions;
        this.log = log;
        this.signOn = signOn;
    }

    @GetMapping("/sign-in")
    String ask(
            @RequestParam(defaultValue = "/") String next,
            @RequestParam(defaultValue = "") String account,
            Model page) {
        page.addAttribute("next", here(next));
        if (signOn.isOn() && FAILED.equals(account)) {
            page.addAttribute(
                    "failed", "Signing in with %s did not work just now. Please try again.".formatted(signOn.name()));
        } else if (signOn.isOn() && ADMINISTRATOR.equals(account)) {
            page.addAttribute(
                    "failed",
                    "Whoever looks after this program signs in with its own account: please use the form below.");
        }
        return "sign-in";
    }

    /** What the account is called with which people sign in elsewhere; nothing where there is none. */
    @ModelAttribute("account")
    @Nullable
    String account() {
        return signOn.isOn() ? signOn.name() : null;
    }

    @GetMapping("/sign-in/unknown")
    String unknown() {
        return "sign-in-unknown";
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam String person,
            @RequestParam String password,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        String id = names.idOf(person);
        String from = request.getRemoteAddr();
        Duration wait = wrongPasswords.waitOf(id, from);
        if (!wait.isZero()) {
            log.signIn(id, from, "pages", "throttled");
            return again(next, person, WrongPasswords.sentence(wait), page);
        }
        if (id.isEmpty() || !accounts.isRight(id, password)) {
            wrongPasswords.wrong(id, from);
            log.signIn(id, from, "pages", "wrong");
            Duration now = wrongPasswords.waitOf(id, from);
            return again(next, person, now.isZero() ? WRONG : WrongPasswords.sentence(now), page);
        }
        wrongPasswords.right(id, from);
        log.signIn(id, from, "pages", "good");
        sessions.begin(request, response, id);
        return "redirect:" + here(next);
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            String person = EngineSessions.personIn(session);
            if (!person.isEmpty()) {
                log.signOut(person, request.getRemoteAddr());
            }
            String atProvider = SignOn.signOutAddress(session, home(request));
            session.invalidate();
            if (atProvider != null) {
                sessions.takeToken(response);
                return "redirect:" + atProvider;
            }
        }
        sessions.takeToken(response);
        return "redirect:/";
    }

    private static String home(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).path("/").toUriString();
    }

    private static String again(String next, String person, String sentence, Model page) {
        page.addAttribute("next", here(next));
        page.addAttribute("person", person);
        page.addAttribute("failed", sentence);
        return "sign-in";
    }

    /** Only addresses of this program are gone on to. */
    static String here(String next) {
        return HERE.matcher(next).matches() ? next : "/";
    }
}
