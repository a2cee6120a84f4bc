package io.dovetail.engine;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Directory;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Proposes the story's review at the first start of the embedded default, as its proposer would in Tasklist, so that a newcomer
 * sees something real at once.
 */
@Component
@Profile("!production")
@ConditionalOnProperty(name = "dovetail.demo.story", matchIfMissing = true)
class StorySeed implements ApplicationRunner {

    private final IdentityService identity;
    private final Accounts accounts;
    private final RepositoryService models;
    private final FormService forms;
    private final HistoryService history;
    private final Directory directory;
    private final WorkingDays workingDays;
    private final StoryProposal proposal;

    StorySeed(
            IdentityService identity,
            Accounts accounts,
            RepositoryService models,
            FormService forms,
            HistoryService history,
            Directory directory,
            WorkingDays workingDays,
            StoryProposal proposal) {
        this.identity = identity;
        this.accounts = accounts;
        this.models = models;
        this.forms = forms;
        this.history = history;
        this.directory = directory;
        this.workingDays = workingDays;
        this.proposal = proposal;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        String proposer = proposal.proposer();
        if (directory.person(proposer).isEmpty()
                || history.createHistoricProcessInstanceQuery()
                                .processDefinitionKey(Access.REVIEW)
                                .count()
                        > 0) {
            return;
        }
        identity.setAuthentication(proposer, List.copyOf(accounts.groupsOf(proposer)));
        try {
            String review = models.createProcessDefinitionQuery()
                    .processDefinitionKey(Access.REVIEW)
                    .latestVersion()
                    .singleResult()
                    .getId();
            forms.submitStartForm(
                    review,
                    Variables.fromMap(proposal.form())
                            .putValue(
                                    "putOffSince",
                                    workingDays.today().minusMonths(10).toString())
                            .putValue(
                                    "wantedMonth",
                                    workingDays.today().plusMonths(3).toString()));
        } finally {
            identity.clearAuthentication();
        }
    }

    /**
     * The story's proposal, from {@code dovetail.demo.proposal}.
     *
     * @param proposer the sign-in id of the person who proposes
     * @param form what they fill in, by the keys of the form; its days are counted from today
     */
    @ConfigurationProperties("dovetail.demo.proposal")
    record StoryProposal(String proposer, Map<String, Object> form) {}
}
