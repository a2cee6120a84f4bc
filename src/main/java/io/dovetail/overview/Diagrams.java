package io.dovetail.overview;

import io.dovetail.overview.Diagram.Box;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The pictures of the models, as they are drawn for the documentation, with the place of each element from the model itself. A test
 * holds each picture to the model it was drawn from.
 */
@Component
class Diagrams {

    private static final String PICTURES = "static/assets/models/";
    private static final Pattern FRAME = Pattern.compile("viewBox=\"([-\\d.]+) ([-\\d.]+) ([-\\d.]+) ([-\\d.]+)\"");

    private final Map<String, Diagram> diagrams = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    Diagrams() {
        try {
            for (Resource model : new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/*.bpmn")) {
                try (InputStream text = model.getInputStream()) {
                    Diagram diagram = read(text);
                    diagrams.put(diagram.process(), diagram);
                    diagram.names().forEach(names::putIfAbsent);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A model cannot be read.", e);
        }
    }

    /** The picture of a process; none of one that is no longer among the models. */
    Optional<Diagram> of(String process) {
        return Optional.ofNullable(diagrams.get(process));
    }

    /** What an element of any process is called, for nobody is shown an id; a step, where it has no name. */
    String name(String element) {
        return names.getOrDefault(element, "A step");
    }

    private static Diagram read(InputStream text) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader elements = factory.createXMLStreamReader(text);
        Map<String, Box> shapes = new LinkedHashMap<>();
        Map<String, String> names = new HashMap<>();
        String process = "";
        String shape = null;
        while (elements.hasNext()) {
            if (elements.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String id = elements.getAttributeValue(null, "id");
            String name = elements.getAttributeValue(null, "name");
            switch (elements.getLocalName()) {
                case "process" -> process = String.valueOf(id);
                case "BPMNShape" -> shape = elements.getAttributeValue(null, "bpmnElement");
                case "Bounds" -> {
                    // The bounds that follow within the same shape are those of its label.
                    if (shape != null) {
                        shapes.putIfAbsent(shape, box(elements));
                    }
                }
                default -> {}
            }
            if (id != null && name != null) {
                names.put(id, name.strip().replaceAll("\\s+", " "));
            }
        }
        return new Diagram(
                process,
                names.getOrDefault(process, "A process"),
                "/assets/models/" + process + ".svg",
                frame(process),
                shapes,
                names);
    }

    private static Box box(XMLStreamReader bounds) {
        return new Box(number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height"));
    }

    private static double number(XMLStreamReader bounds, String attribute) {
        String value = bounds.getAttributeValue(null, attribute);
        return value == null ? 0 : Double.parseDouble(value);
    }

    private static Box frame(String process) throws IOException {
        try (InputStream picture = new ClassPathResource(PICTURES + process + ".svg").getInputStream()) {
            Matcher frame = FRAME.matcher(new String(picture.readNBytes(1_000), StandardCharsets.UTF_8));
            if (!frame.find()) {
                throw new IllegalStateException("The picture of %s does not say how large it is.".formatted(process));
            }
            return new Box(
                    Double.parseDouble(frame.group(1)),
                    Double.parseDouble(frame.group(2)),
                    Double.parseDouble(frame.group(3)),
                    Double.parseDouble(frame.group(4)));
        }
    }
}
