package de.visitenkarte.bench.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One keep-alive connection with at most one request on the way. Not for use by several threads. */
final class Caller {

    private static final int INCOMPLETE = -1;

    private final InetSocketAddress server;
    private final Selector selector;
    private final Answer answer = new Answer();
    private SocketChannel channel;
    private ByteBuffer request = ByteBuffer.allocate(0);
    private long intendedAt;

    Caller(InetSocketAddress server, Selector selector) throws IOException {
        this.server = server;
        this.selector = selector;
        this.channel = connect();
    }

    private SocketChannel connect() throws IOException {
        SocketChannel opened = SocketChannel.open(server);
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        opened.configureBlocking(false);
        opened.register(selector, SelectionKey.OP_READ, this);
        return opened;
    }

    /** Sends; false if the server is not there. */
    boolean send(ByteBuffer next, long intended) {
        request = next;
        intendedAt = intended;
        answer.clear();
        try {
            if (!channel.isOpen()) {
                channel = connect();
            }
            write();
            return true;
        } catch (IOException e) {
            closeQuietly();
            return false;
        }
    }

    /** Writes on what the socket did not take at once. */
    void write() throws IOException {
        channel.write(request);
        int interest = request.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
        channel.keyFor(selector).interestOps(interest);
    }

    /** Reads what has come; returns how many items were accepted once the answer is complete, -1 until then. */
    int read() throws IOException {
        ByteBuffer space = ByteBuffer.wrap(answer.bytes(), answer.length(), answer.bytes().length - answer.length());
        int read = channel.read(space);
        if (read < 0) {
            throw new IOException("the server closed the connection");
        }
        answer.grow(read);
        return answer.isComplete() ? answer.accepted() : INCOMPLETE;
    }

    long intendedAt() {
        return intendedAt;
    }

    void closeQuietly() {
        try {
            channel.close();
        } catch (IOException e) {
            // It was of no use any more.
        }
    }
}
