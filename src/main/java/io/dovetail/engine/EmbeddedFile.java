package io.dovetail.engine;

import java.io.File;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;

/**
 * The file of the built-in database.
 *
 * @param name without the ending that H2 gives it
 */
public record EmbeddedFile(String name) {

    private static final Pattern ADDRESS = Pattern.compile("jdbc:h2:(?:file:)?(?!mem:)([^;]+).*");

    /** In bytes; with less, it would soon break off in the middle of a write. */
    private static final long ROOM = 10_000_000;

    /** In percent: with less of it in use, parts of the file are written together. */
    private static final int IN_USE = 70;

    /** In bytes, at one go: nobody's answer waits longer than that takes to write. */
    private static final int AT_ONCE = 4_000_000;

    /** None where the data are kept in memory or by a server. */
    public static Optional<EmbeddedFile> at(String address) {
        Matcher file = ADDRESS.matcher(address);
        return file.matches() ? Optional.of(new EmbeddedFile(file.group(1))) : Optional.empty();
    }

    boolean hasNoRoom() {
        File folder = new File(name).getAbsoluteFile().getParentFile();
        return folder != null && folder.isDirectory() && folder.getUsableSpace() < ROOM;
    }

    /**
     * Keeps it small: what is still in use of its nearly empty parts is written once more, together, and their room is used again.
     * H2 does so by itself only where it also writes what is committed a moment later, and that moment would be lost with the program.
     */
    static void tidy(Connection connection) throws SQLException {
        if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
            session.getDatabase().getStore().getMvStore().compact(IN_USE, AT_ONCE);
        }
    }
}
