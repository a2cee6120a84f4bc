package io.dovetail.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Area;
import io.dovetail.directory.Directory;
import io.dovetail.form.WovenForms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys models, decisions and forms under the names they have in the project, wherever the program runs. What forms have in
 * common is woven into them here. A start form is shown before there is anything to show in it, so its lists of areas, counties
 * and bodies are filled from the directory here too. Each model is read before any job runs, also where another program has deployed
 * it: the engine would read it when it is first needed, and several jobs that need it in the same moment may find it half read, not
 * knowing yet which jobs it makes.
 */
@Component
class ModelDeployment extends AbstractProcessEnginePlugin implements SmartInitializingSingleton {

    private static final Set<String> START_FORMS = Set.of("proposeReview.form", "announceCountyReview.form");

    private final Directory directory;
    private final WorkingDays workingDays;
    private final ObjectProvider<RepositoryService> models;
    private final JsonMapper json = new JsonMapper();
    private final PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();

    // The engine is built with this; it is only there later.
    ModelDeployment(Directory directory, WorkingDays workingDays, ObjectProvider<RepositoryService> models) {
        this.directory = directory;
        this.workingDays = workingDays;
        this.models = models;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        SpringProcessEngineConfiguration spring = (SpringProcessEngineConfiguration) engine;
        spring.setDeploymentName("Dovetail");
        // A changed form or model gets a new version by itself; what did not change keeps its own.
        spring.setDeployChangedOnly(true);
        spring.setDeploymentResources(resources().toArray(Resource[]::new));
    }

    @Override
    public void afterSingletonsInstantiated() {
        RepositoryServiceImpl deployed = (RepositoryServiceImpl) models.getObject();
        deployed.createProcessDefinitionQuery()
                .latestVersion()
                .list()
                .forEach(model -> deployed.getDeployedProcessDefinition(model.getId()));
    }

    private List<Resource> resources() {
        List<Resource> resources = new ArrayList<>();
        try {
            for (String pattern : List.of("bpmn/*.bpmn", "bpmn/*.dmn")) {
                for (Resource file : files.getResources("classpath*:" + pattern)) {
                    resources.add(new Named(nameIn("bpmn/", file), file.getContentAsByteArray()));
                }
            }
            WovenForms woven = new WovenForms(parts());
            for (Resource file : files.getResources("classpath*:forms/*/*.form")) {
                String name = nameIn("forms/", file);
                if (!name.startsWith(WovenForms.PARTS_FOLDER)) {
                    JsonNode form = woven.weave(json.readTree(file.getContentAsByteArray()));
                    if (START_FORMS.contains(name.substring(name.lastIndexOf('/') + 1))) {
                        fillChoices(form);
                    }
                    resources.add(new Named(name, json.writeValueAsBytes(form)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The models and forms could not be read from the program’s own files.", e);
        }
        return resources;
    }

    private Map<String, JsonNode> parts() throws IOException {
        Map<String, JsonNode> parts = new HashMap<>();
        for (Resource file : files.getResources("classpath*:" + WovenForms.PARTS_FOLDER + "*.form")) {
            JsonNode part = json.readTree(file.getContentAsByteArray());
            parts.put(part.path("id").asText(), part);
        }
        return parts;
    }

    private static String nameIn(String folder, Resource file) throws IOException {
        String path = file.getURL().getPath();
        return path.substring(path.lastIndexOf("/" + folder) + 1);
    }

    private void fillChoices(JsonNode form) {
        for (JsonNode field : form.findParents("valuesKey")) {
            ArrayNode values = json.createArrayNode();
            if ("areas".equals(field.path("valuesKey").asText())) {
                directory.localAreas().forEach(area -> values.add(choice(area.name(), area.id())));
            } else if ("counties".equals(field.path("valuesKey").asText())) {
                directory.areas().stream()
                        .filter(Area::isCounty)
                        .forEach(area -> values.add(choice(area.name(), area.id())));
            } else {
                directory.bodies().stream()
                        .filter(body -> body.validOn(workingDays.today()))
                        .forEach(body -> values.add(choice(body.name(), body.id())));
            }
            ((ObjectNode) field).remove("valuesKey");
            ((ObjectNode) field).set("values", values);
        }
    }

    private ObjectNode choice(String label, String value) {
        return json.createObjectNode().put("label", label).put("value", value);
    }

    /** A resource that is deployed under a name of ours. */
    private static final class Named extends ByteArrayResource {

        private final String name;

        Named(String name, byte[] content) {
            super(content);
            this.name = name;
        }

        @Override
        public String getDescription() {
            return name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Named that && name.equals(that.name) && super.equals(other);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }
}
