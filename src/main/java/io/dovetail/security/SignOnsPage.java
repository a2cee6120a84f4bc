package io.dovetail.security;

import io.dovetail.calendar.WorkingDays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who came from the provider and is nobody here, for an administrator. */
@Controller
class SignOnsPage {

    private final Arrivals arrivals;

    SignOnsPage(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    @GetMapping("/sign-ons")
    String unknown(Model page) {
        page.addAttribute("zone", WorkingDays.ZONE);
        page.addAttribute("arrivals", arrivals.unknown());
        return "sign-ons";
    }
}
