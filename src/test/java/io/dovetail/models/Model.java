package io.dovetail.models;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** One process as it is in its file: read by the engine's model API, and as the XML it is. */
record Model(Path file, String text, BpmnModelInstance instance) {

    static Model read(Path file) {
        String text = Models.text(file);
        return new Model(
                file, text, Bpmn.readModelFromStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    Process process() {
        return instance.getModelElementsByType(Process.class).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " holds no process."));
    }

    String id() {
        return process().getId();
    }

    /** Every element of this type, in the order in which the file names them. */
    <T extends BaseElement> List<T> all(Class<T> type) {
        return List.copyOf(instance.getModelElementsByType(type));
    }

    static <T extends ModelElementInstance> Stream<T> extensions(BaseElement element, Class<T> type) {
        if (element.getExtensionElements() == null) {
            return Stream.of();
        }
        return element.getExtensionElements().getChildElementsByType(type).stream();
    }

    static String documentation(BaseElement element) {
        return element.getDocumentations().stream()
                .map(each -> each.getTextContent().strip())
                .collect(Collectors.joining("\n\n"));
    }

    /** What the model says to the engine: each attribute and text, without what it says to people. */
    List<Said> saidToTheEngine() {
        List<Said> said = new ArrayList<>();
        collect(document().getDocumentElement(), "definitions", said);
        return said;
    }

    /** Is this name anywhere in what the model says to the engine? */
    boolean speaksOf(String name) {
        Pattern word = Pattern.compile("\\b" + Pattern.quote(name) + "\\b");
        return saidToTheEngine().stream()
                .anyMatch(each -> word.matcher(each.text()).find());
    }

    /** A text for the engine, and the id of the nearest element around it that has one. */
    record Said(String element, String attribute, String text) {}

    /** All ids in the file, doubles included. */
    List<String> ids() {
        List<String> ids = new ArrayList<>();
        collectIds(document().getDocumentElement(), ids);
        return ids;
    }

    private Document document() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void collect(Element element, String around, List<Said> said) {
        if ("documentation".equals(element.getLocalName()) || "BPMNDiagram".equals(element.getLocalName())) {
            return;
        }
        String id = element.hasAttribute("id") ? element.getAttribute("id") : around;
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            boolean forPeople = "name".equals(attribute.getName())
                    && "http://www.omg.org/spec/BPMN/20100524/MODEL".equals(element.getNamespaceURI());
            if (!forPeople && !"id".equals(attribute.getName())) {
                said.add(new Said(id, attribute.getLocalName(), attribute.getValue()));
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element below) {
                collect(below, id, said);
            } else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                String text = child.getNodeValue().strip();
                if (!text.isEmpty()) {
                    said.add(new Said(id, "", text));
                }
            }
        }
    }

    private static void collectIds(Element element, List<String> ids) {
        if (element.hasAttribute("id")) {
            ids.add(element.getAttribute("id"));
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element below) {
                collectIds(below, ids);
            }
        }
    }
}
