package io.dovetail.paper;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** A paper as others read it: archives by the standards, people by its pages. */
public final class Paper {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private final byte[] content;

    /** Read once: tests look for each of many lines. */
    private @Nullable List<String> pages;

    public Paper(byte[] content) {
        this.content = content.clone();
    }

    /** What in it breaks the standards that it claims, for screen readers and for archives; nothing where it keeps them. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (PDFAFlavour standard : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A)) {
            faults.addAll(faults(standard));
        }
        return faults;
    }

    private List<String> faults(PDFAFlavour standard) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(content), standard);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(standard, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(test -> test.getStatus() == TestAssertion.Status.FAILED)
                    .map(test -> standard + ": " + test.getRuleId().getClause() + " " + test.getMessage())
                    .distinct()
                    .toList();
        } catch (VeraPDFException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text of each page in one line, in its order. */
    public List<String> pages() {
        List<String> read = pages;
        if (read == null) {
            read = read();
            pages = read;
        }
        return read;
    }

    private List<String> read() {
        try (PDDocument paper = Loader.loadPDF(content)) {
            List<String> read = new ArrayList<>();
            for (int page = 1; page <= paper.getNumberOfPages(); page++) {
                PDFTextStripper text = new PDFTextStripper();
                text.setStartPage(page);
                text.setEndPage(page);
                read.add(text.getText(paper).replaceAll("\\s+", " "));
            }
            return List.copyOf(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many lines of the colour above our headings each page shows, in its order. */
    public List<Integer> rules() {
        try (PDDocument paper = Loader.loadPDF(content)) {
            List<Integer> rules = new ArrayList<>();
            for (int page = 0; page < paper.getNumberOfPages(); page++) {
                rules.add(rules(new PDFRenderer(paper).renderImageWithDPI(page, 72)));
            }
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int rules(BufferedImage page) {
        int rules = 0;
        boolean before = false;
        for (int y = 0; y < page.getHeight(); y++) {
            Color middle = new Color(page.getRGB(page.getWidth() / 2, y));
            boolean green = middle.getGreen() > middle.getRed() + 20;
            rules += green && !before ? 1 : 0;
            before = green;
        }
        return rules;
    }

    /** The whole text in one line. */
    public String text() {
        return String.join(" ", pages());
    }

    /** What travels inside it, by name. */
    public Map<String, String> attachments() {
        try (PDDocument paper = Loader.loadPDF(content)) {
            Map<String, String> attachments = new LinkedHashMap<>();
            for (Map.Entry<String, PDComplexFileSpecification> one : paper.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .entrySet()) {
                attachments.put(
                        one.getKey(),
                        new String(one.getValue().getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8));
            }
            return attachments;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
