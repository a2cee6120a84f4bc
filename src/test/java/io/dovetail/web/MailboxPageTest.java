package io.dovetail.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.dovetail.mail.BuiltInMailbox;
import io.dovetail.mail.MailSummary;
import io.dovetail.mail.StoredMail;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

@WebMvcTest
@ContextConfiguration(classes = MailboxPage.class)
@AutoConfigureMockMvc(addFilters = false)
class MailboxPageTest {

    private static final String ID = "20261201T173000000Z-000000";
    private static final MailSummary SUMMARY = new MailSummary(
            ID,
            "Dovetail <review@partnership.example>",
            "Zoë <zoe@crisisline.example>",
            "Night <script>alert(1)</script>",
            Instant.parse("2026-07-01T16:30:00Z"));
    private static final StoredMail MAIL = new StoredMail(
            SUMMARY,
            List.of(
                    new StoredMail.Header("List-Id", "<b>x</b>"),
                    new StoredMail.Header("Reply-To", "Ruth Ellery <ruth@partnership.example>")),
            "Dear <Zoë>",
            "<p>Dear Zoë</p><script>alert(1)</script>",
            "BEGIN:VCALENDAR",
            "Subject: <raw>");

    @MockitoBean
    private BuiltInMailbox mailbox;

    @Autowired
    private MockMvc pages;

    @BeforeEach
    void oneMail() {
        when(mailbox.count()).thenReturn(120);
        when(mailbox.list(anyInt())).thenReturn(List.of(SUMMARY));
        when(mailbox.read(ID)).thenReturn(Optional.of(MAIL));
    }

    @Test
    void listsWhoToWhomWhatAndWhen() throws Exception {
        pages.perform(get("/mailbox").param("page", "2"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Zoë &lt;zoe@crisisline.example&gt;")))
                .andExpect(content().string(containsString("Night &lt;script&gt;alert(1)&lt;/script&gt;")))
                .andExpect(content().string(containsString("Wednesday 1 July 2026, 17:30")))
                .andExpect(content().string(containsString("href=\"/mailbox/" + ID + "\"")))
                .andExpect(content().string(containsString("Page 2 of 3")))
                .andExpect(content().string(containsString("href=\"/mailbox?page=1\"")))
                .andExpect(content().string(containsString("href=\"/mailbox?page=3\"")))
                .andExpect(content().string(containsString("A mail server is set, so mails go there.")));
    }

    @Test
    void wearsTheFrameOfAllPages() throws Exception {
        String page = pages.perform(get("/mailbox")).andReturn().getResponse().getContentAsString();

        assertThat(page)
                .contains("<title>Mailbox · Dovetail</title>")
                .contains("<a class=\"site-name\" href=\"/\">Dovetail</a>")
                .contains("aria-current=\"page\">Mailbox</a>")
                .contains("href=\"/assets/dovetail.css\"")
                .contains("No patient-identifiable information belongs here.")
                .doesNotContain("th:", "style=", "<script")
                .containsOnlyOnce("Page 1 of 3")
                .containsOnlyOnce("<main")
                .containsOnlyOnce("<h1");
    }

    @Test
    void pagesBeyondTheListShowItsEnds() throws Exception {
        pages.perform(get("/mailbox").param("page", "99")).andExpect(content().string(containsString("Page 3 of 3")));
        pages.perform(get("/mailbox").param("page", "-1")).andExpect(content().string(containsString("Page 1 of 3")));
        pages.perform(get("/mailbox").param("page", "x")).andExpect(status().isBadRequest());
    }

    @Test
    void anEmptyMailboxSaysWhenTheFirstMailComes() throws Exception {
        when(mailbox.count()).thenReturn(0);
        when(mailbox.list(1)).thenReturn(List.of());

        pages.perform(get("/mailbox"))
                .andExpect(content().string(containsString("No mail yet.")))
                .andExpect(content().string(not(containsString("<table"))));
    }

    @Test
    void showsTheHtmlOnlyInASandboxedFrame() throws Exception {
        pages.perform(get("/mailbox/" + ID))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"")))
                .andExpect(content().string(containsString("src=\"/mailbox/" + ID + "/html\"")))
                .andExpect(content().string(not(containsString("<p>Dear Zoë</p>"))))
                .andExpect(content().string(not(containsString("<script"))));
    }

    @Test
    void theFrameRunsNothing() throws Exception {
        pages.perform(get("/mailbox/" + ID + "/html"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/html;charset=UTF-8"))
                .andExpect(content().string(MAIL.html()))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox allow-popups")))
                .andExpect(header().string("Content-Security-Policy", not(containsString("allow-scripts"))))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
    }

    @Test
    void showsTextAndSourceEscaped() throws Exception {
        pages.perform(get("/mailbox/" + ID).param("view", "text"))
                .andExpect(content().string(containsString("Dear &lt;Zoë&gt;")));
        pages.perform(get("/mailbox/" + ID).param("view", "source"))
                .andExpect(content().string(containsString("Subject: &lt;raw&gt;")))
                .andExpect(content().string(containsString("&lt;b&gt;x&lt;/b&gt;")));
        pages.perform(get("/mailbox/" + ID).param("view", "${7*7}")).andExpect(status().isOk());
    }

    @Test
    void saysWhereRepliesGoAndHandsOutTheEntryForTheCalendar() throws Exception {
        pages.perform(get("/mailbox/" + ID))
                .andExpect(content().string(containsString("Ruth Ellery &lt;ruth@partnership.example&gt;")))
                .andExpect(content().string(containsString("href=\"/mailbox/" + ID + "/invite.ics\"")));
        pages.perform(get("/mailbox/" + ID + "/invite.ics"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/calendar;charset=UTF-8"))
                .andExpect(header().string("Content-Disposition", "attachment; filename=invite.ics"))
                .andExpect(content().string("BEGIN:VCALENDAR"));

        when(mailbox.read(ID)).thenReturn(Optional.of(new StoredMail(SUMMARY, List.of(), "", "", "", "")));
        pages.perform(get("/mailbox/" + ID))
                .andExpect(content().string(containsString("Dovetail &lt;review@partnership.example&gt;")))
                .andExpect(content().string(not(containsString("invite.ics"))));
        pages.perform(get("/mailbox/" + ID + "/invite.ics")).andExpect(status().isNotFound());
    }

    @Test
    void aMailThatIsNotThereIsNotFound() throws Exception {
        when(mailbox.read("gone")).thenReturn(Optional.empty());

        pages.perform(get("/mailbox/gone")).andExpect(status().isNotFound());
        pages.perform(get("/mailbox/gone/html")).andExpect(status().isNotFound());
    }
}
