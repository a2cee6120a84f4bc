package io.dovetail.overview;

import io.dovetail.directory.Area;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The way one review took, for who manages, convenes or leads. */
@Controller
class PathPage {

    private final Paths paths;
    private final OwnAreas ownAreas;

    PathPage(Paths paths, OwnAreas ownAreas) {
        this.paths = paths;
        this.ownAreas = ownAreas;
    }

    /**
     * The page.
     *
     * @param in {@code cockpit} where Cockpit shows it within its own
     */
    @GetMapping("/reviews/{reference}/path")
    String page(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String in,
            Authentication person,
            Model model) {
        List<Area> areas = ownAreas.of(person);
        ReviewPath path = path(reference);
        if (areas.stream().noneMatch(area -> area.id().equals(path.areaId()))) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "It is a review of another area.");
        }
        model.addAttribute("path", path);
        model.addAttribute("embedded", OwnAreas.COCKPIT.equals(in));
        return "path";
    }

    /** How often reviews were put off in each stage, those counted that have ended, by the step of the model that puts off. */
    @GetMapping("/overview/deferrals.json")
    @ResponseBody
    Map<String, Integer> deferrals(Authentication person) {
        return paths.deferrals(ownAreas.of(person).stream().map(Area::id).collect(Collectors.toSet()));
    }

    private ReviewPath path(String reference) {
        try {
            return paths.of(reference);
        } catch (NoSuchElementException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such review.", e);
        }
    }
}
