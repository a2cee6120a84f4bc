package io.dovetail.feed;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A feed as readers of news take it (RFC 4287). The same news has the same id for ever.
 *
 * @param domain the domain whose ids they are
 * @param base the address of this program, without a slash at its end
 */
record Atom(String domain, String base) {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    /**
     * The feed.
     *
     * @param id names the feed for ever, within the domain
     * @param self the path at which it is
     * @param page the path of the page that tells the same
     * @param news the latest first
     */
    String feed(String id, String title, String self, String page, List<NewsItem> news) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("xml:lang", "en-GB");
            element(xml, "id", tag(id));
            element(xml, "title", title);
            element(
                    xml,
                    "updated",
                    (news.isEmpty() ? Instant.EPOCH : news.get(0).at()).toString());
            link(xml, "self", self, "application/atom+xml");
            link(xml, "alternate", page, "text/html");
            xml.writeStartElement("author");
            element(xml, "name", "Dovetail");
            xml.writeEndElement();
            for (NewsItem one : news) {
                entry(xml, one);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException never) {
            throw new IllegalStateException(never);
        }
        return text.toString();
    }

    private void entry(XMLStreamWriter xml, NewsItem news) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", tag(news.reference() + "/" + news.key()));
        element(xml, "title", "%s: %s (%s)".formatted(news.title(), news.headline(), news.reference()));
        element(xml, "updated", news.at().toString());
        link(xml, "alternate", "/reviews/" + news.reference(), "text/html");
        element(xml, "summary", news.text());
        xml.writeEndElement();
    }

    /** A tag (RFC 4151): of a domain, as it was in a year. */
    private String tag(String id) {
        return "tag:" + domain + ",2026:" + id;
    }

    private void link(XMLStreamWriter xml, String rel, String path, String type) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", base + path);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        // What XML cannot hold would make the whole feed unreadable.
        xml.writeCharacters(text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " "));
        xml.writeEndElement();
    }
}
