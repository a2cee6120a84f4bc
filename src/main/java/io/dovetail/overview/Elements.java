package io.dovetail.overview;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** What the elements of the models are called, by their ids: nobody is shown an id. */
@Component
class Elements {

    private final Map<String, String> names = new HashMap<>();

    Elements() {
        try {
            for (Resource model : new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/*.bpmn")) {
                try (InputStream text = model.getInputStream()) {
                    read(text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A model cannot be read.", e);
        }
    }

    private void read(InputStream text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader elements = factory.createXMLStreamReader(text);
        while (elements.hasNext()) {
            if (elements.next() == XMLStreamConstants.START_ELEMENT) {
                String id = elements.getAttributeValue(null, "id");
                String name = elements.getAttributeValue(null, "name");
                if (id != null && name != null) {
                    names.putIfAbsent(id, name.strip().replaceAll("\\s+", " "));
                }
            }
        }
    }

    /** What an element is called; a step, where it has no name. */
    String name(String id) {
        return names.getOrDefault(id, "A step");
    }
}
