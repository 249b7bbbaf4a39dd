package de.visitenkarte.api;

import de.visitenkarte.api.publish.KafkaSettings;
import de.visitenkarte.api.quarantine.LetterFilter;
import de.visitenkarte.api.quarantine.Quarantine;
import de.visitenkarte.api.quarantine.QuarantineException;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import net.sourceforge.argparse4j.inf.Subparsers;

/** Shows what could not be counted and replays it; needs Kafka and nothing else. */
final class QuarantineCommand extends ConfiguredCommand<ApiConfiguration> {

    private static final int LINES = 100;

    private final PrintStream console;

    QuarantineCommand(PrintStream console) {
        super("quarantine", "Lists, shows and replays records that could not be counted");
        this.console = console;
    }

    @Override
    public void configure(Subparser subparser) {
        super.configure(subparser);
        Subparsers actions = subparser.addSubparsers().dest("action").metavar("action");
        Subparser list = actions.addParser("list").help("one line for each letter, newest last");
        addReason(list);
        list.addArgument("--office").help("only letters of this office");
        list.addArgument("--limit")
                .type(Integer.class)
                .choices(Arguments.range(1, Integer.MAX_VALUE))
                .setDefault(LINES)
                .help("print the newest so many; default " + LINES);
        Subparser show = actions.addParser("show").help("everything about one letter, without answers");
        show.addArgument("id").help("first column of list");
        show.addArgument("--bytes").action(Arguments.storeTrue()).help("the whole record in hexadecimal, with answers");
        Subparser replay = actions.addParser("replay").help("publishes records anew, after a fix");
        replay.addArgument("ids").nargs("*").help("first column of list");
        replay.addArgument("--all").action(Arguments.storeTrue()).help("all that can be replayed");
        addReason(replay);
    }

    /** Not optional here: the word after it would be taken for the file. */
    @Override
    protected Argument addFileArgument(Subparser subparser) {
        return subparser.addArgument("file").help("application configuration file");
    }

    @Override
    protected void run(Bootstrap<ApiConfiguration> bootstrap, Namespace namespace, ApiConfiguration configuration) {
        KafkaSettings kafka = configuration.kafka();
        Quarantine quarantine = new Quarantine(kafka::consumer, kafka::producer, console);
        switch (namespace.getString("action")) {
            case "list" ->
                quarantine.list(
                        new LetterFilter(namespace.getString("reason"), namespace.getString("office")),
                        namespace.getInt("limit"));
            case "show" -> quarantine.show(namespace.getString("id"), namespace.getBoolean("bytes"));
            default -> replay(quarantine, namespace);
        }
    }

    private static void replay(Quarantine quarantine, Namespace namespace) {
        Set<String> ids = new LinkedHashSet<>(namespace.<String>getList("ids"));
        String reason = namespace.getString("reason");
        boolean all = namespace.getBoolean("all");
        if (all != ids.isEmpty() || (reason != null && !all)) {
            throw new QuarantineException("Name the letters to replay, or say --all, perhaps with --reason; not both.");
        }
        if (all) {
            quarantine.replayAll(new LetterFilter(reason, null));
        } else {
            quarantine.replay(ids);
        }
    }

    @Override
    public void onError(Cli cli, Namespace namespace, Throwable e) {
        if (e instanceof QuarantineException) {
            cli.getStdErr().println(e.getMessage());
        } else {
            super.onError(cli, namespace, e);
        }
    }

    private static void addReason(Subparser subparser) {
        subparser
                .addArgument("--reason")
                .help(String.join(
                        ", ",
                        List.of(
                                "unreadable",
                                "\"not acceptable\"",
                                "\"sequence number reused\"",
                                "\"revoked device\"",
                                "\"unconfirmed device\"")));
    }
}
