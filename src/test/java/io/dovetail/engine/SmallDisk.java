package io.dovetail.engine;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePathWrapper;

/** A disk of H2's own ({@code jdbc:h2:small:…}) on which there is no room for as long as a test says so; what is there can be read. */
public final class SmallDisk extends FilePathWrapper {

    private static volatile boolean full;

    static void fill() {
        full = true;
    }

    static void clear() {
        full = false;
    }

    private static void need() throws IOException {
        if (full) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public String getScheme() {
        return "small";
    }

    @Override
    public boolean createFile() {
        return !full && super.createFile();
    }

    @Override
    public OutputStream newOutputStream(boolean append) throws IOException {
        need();
        return new FilterOutputStream(super.newOutputStream(append)) {

            @Override
            public void write(int one) throws IOException {
                need();
                super.write(one);
            }
        };
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(super.open(mode));
    }

    private static final class Channel extends FileBaseDefault {

        private final FileChannel file;

        Channel(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            need();
            return file.write(source, position);
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
