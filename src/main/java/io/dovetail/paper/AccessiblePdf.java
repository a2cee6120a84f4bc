package io.dovetail.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * A page of ours as a PDF for a screen reader (PDF/UA-1) and for an archive (PDF/A-3a): tagged, with its fonts and with the table it
 * was made from. Only the page's title and its main part are on paper; the ways to other pages are not.
 */
@Component
public class AccessiblePdf {

    private static final String FONT = "Liberation Sans";
    private static final String NO_SUCH_PLACE = "about:blank";

    private final byte[] regular = read("liberation/LiberationSans-Regular.ttf");
    private final byte[] bold = read("liberation/LiberationSans-Bold.ttf");
    private final byte[] italic = read("liberation/LiberationSans-Italic.ttf");
    private final String style = new String(read("paper/paper.css"), StandardCharsets.UTF_8);
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    AccessiblePdf() {
        // It writes to the console about each step; what fails is thrown all the same.
        XRLog.setLoggingEnabled(false);
    }

    /**
     * The paper.
     *
     * @param page a whole page of ours, as a browser gets it
     * @param site the address of this program, without a slash at its end, to which the page's links lead
     * @param attachment what travels inside it
     */
    public byte[] of(String page, String site, Attachment attachment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfAConformance.PDFA_3_A)
                .useColorProfile(colours)
                .withProducer("Dovetail")
                .withW3cDocument(new W3CDom().fromJsoup(onPaper(page, site)), NO_SUCH_PLACE)
                .toStream(out);
        // All is in the page: nothing is fetched from anywhere, whatever somebody has typed.
        builder.useUriResolver((base, address) -> address.startsWith("#") || address.startsWith(site) ? address : null);
        font(builder, regular, 400, FontStyle.NORMAL);
        font(builder, bold, 700, FontStyle.NORMAL);
        font(builder, italic, 400, FontStyle.ITALIC);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            PDDocument paper = renderer.getPdfDocument();
            attach(paper, attachment);
            paper.save(out);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return out.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, byte[] font, int weight, FontStyle shape) {
        builder.useFont(() -> new ByteArrayInputStream(font), FONT, weight, shape, true);
    }

    /** What of a page is printed: its title, its language, its main part and a way to each of its headings. */
    private Document onPaper(String page, String site) {
        Document whole = Jsoup.parse(page, site + "/");
        Document paper = Document.createShell("");
        paper.expectFirst("html").attr("lang", whole.expectFirst("html").attr("lang"));
        paper.title(whole.title());
        Element head = paper.head();
        head.appendElement("meta").attr("name", "description").attr("content", whole.title());
        head.appendElement("meta").attr("name", "author").attr("content", "Dovetail");
        head.appendElement("style").text(style);
        Element main = whole.expectFirst("main");
        paper.body().append(main.html());
        Element ways = head.appendElement("bookmarks");
        for (Element section : paper.select("section[id]")) {
            Element heading = section.selectFirst("h2");
            if (heading != null) {
                ways.appendElement("bookmark").attr("name", heading.text()).attr("href", "#" + section.id());
            }
        }
        for (Element link : paper.select("a[href^=/]")) {
            link.attr("href", site + link.attr("href"));
        }
        paper.outputSettings().syntax(Document.OutputSettings.Syntax.xml);
        return paper;
    }

    private static void attach(PDDocument paper, Attachment attachment) throws IOException {
        byte[] content = attachment.content().getBytes(StandardCharsets.UTF_8);
        GregorianCalendar made = GregorianCalendar.from(attachment.madeAt().atZone(ZoneOffset.UTC));
        PDEmbeddedFile file = new PDEmbeddedFile(paper, new ByteArrayInputStream(content), COSName.FLATE_DECODE);
        file.setSubtype(attachment.type());
        file.setSize(content.length);
        file.setCreationDate(made);
        file.setModDate(made);
        PDComplexFileSpecification named = new PDComplexFileSpecification();
        named.setFile(attachment.file());
        named.setFileUnicode(attachment.file());
        named.setFileDescription(attachment.description());
        named.setEmbeddedFile(file);
        named.setEmbeddedFileUnicode(file);
        // The paper's figures come from it.
        named.getCOSObject().setName("AFRelationship", "Source");

        PDDocumentCatalog catalog = paper.getDocumentCatalog();
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(attachment.file(), named));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(catalog);
        names.setEmbeddedFiles(files);
        catalog.setNames(names);
        COSArray all = new COSArray();
        all.add(named);
        catalog.getCOSObject().setItem(COSName.getPDFName("AF"), all);
    }

    private static byte[] read(String file) {
        try (var content = new ClassPathResource(file).getInputStream()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("What papers are made with is missing: " + file, e);
        }
    }
}
