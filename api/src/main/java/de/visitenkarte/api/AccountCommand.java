package de.visitenkarte.api;

import de.visitenkarte.api.database.Database;
import de.visitenkarte.api.staff.Account;
import de.visitenkarte.api.staff.AccountFault;
import de.visitenkarte.api.staff.AccountFile;
import de.visitenkarte.api.staff.Accounts;
import de.visitenkarte.api.staff.Accounts.OneTimePassword;
import de.visitenkarte.api.staff.Role;
import de.visitenkarte.api.staff.StaffServices;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.db.ManagedDataSource;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import net.sourceforge.argparse4j.inf.Subparsers;

/** Looks after accounts with a password where nobody can sign in yet, or no longer; also while the api serves. */
final class AccountCommand extends ConfiguredCommand<ApiConfiguration> {

    /** Who did it, in the audit log: whoever may run commands on the server. */
    private static final String ACTOR = "command";

    private static final String LOGIN = "login";

    private final PrintStream console;

    AccountCommand(PrintStream console) {
        super("account", "Makes accounts of the staff, and gives them new one-time passwords");
        this.console = console;
    }

    @Override
    public void configure(Subparser subparser) {
        super.configure(subparser);
        Subparsers actions = subparser.addSubparsers().dest("action").metavar("action");
        actions.addParser("list").help("one line for each account");
        Subparser create = actions.addParser("create").help("a new account; prints its one-time password");
        create.addArgument(LOGIN);
        create.addArgument("--name").required(true).help("for the screen");
        create.addArgument("--role").required(true).choices("manager", "ministry", "operator");
        create.addArgument("--authority").help("id of the authority that a manager leads");
        Subparser all = actions.addParser("import")
                .help("the accounts of a file that do not exist yet; prints their one-time passwords");
        all.addArgument("--file").dest("accountFile").required(true).help("accounts (YAML)");
        Subparser reset = actions.addParser("reset").help("a new one-time password; ends all sessions");
        reset.addArgument(LOGIN);
        Subparser disable = actions.addParser("disable").help("no more signing in; ends all sessions");
        disable.addArgument(LOGIN);
        Subparser enable = actions.addParser("enable").help("signing in again");
        enable.addArgument(LOGIN);
    }

    /** Not optional here: the word after it would be taken for the file. */
    @Override
    protected Argument addFileArgument(Subparser subparser) {
        return subparser.addArgument("file").help("application configuration file");
    }

    @Override
    protected void run(Bootstrap<ApiConfiguration> bootstrap, Namespace namespace, ApiConfiguration configuration)
            throws Exception {
        ManagedDataSource pool = configuration.database().build(bootstrap.getMetricRegistry(), "account");
        pool.start();
        try {
            configuration.migration().prepare(configuration.database(), pool);
            StaffServices staff = StaffServices.on(
                    Database.jdbi(pool), configuration.staff(), configuration.oidc(), Clock.systemUTC());
            run(staff.accounts(), namespace);
        } finally {
            pool.stop();
        }
    }

    private void run(Accounts accounts, Namespace namespace) {
        switch (namespace.getString("action")) {
            case "create" -> print(accounts.create(ACTOR, wish(namespace)));
            case "import" ->
                accounts.createMissing(
                                ACTOR,
                                AccountFile.read(Path.of(namespace.getString("accountFile")))
                                        .wishes())
                        .forEach(this::print);
            case "reset" -> print(accounts.reset(ACTOR, get(accounts, namespace).id()));
            case "disable" -> accounts.disable(ACTOR, get(accounts, namespace).id(), true);
            case "enable" -> accounts.disable(ACTOR, get(accounts, namespace).id(), false);
            default -> accounts.list().forEach(this::print);
        }
    }

    private static Accounts.Wish wish(Namespace namespace) {
        return new Accounts.Wish(
                namespace.getString(LOGIN),
                namespace.getString("name"),
                Role.ofCode(namespace.getString("role")),
                namespace.getString("authority"));
    }

    private static Account get(Accounts accounts, Namespace namespace) {
        return accounts.getByLogin(namespace.getString(LOGIN));
    }

    private void print(OneTimePassword created) {
        console.printf("%-32s %s%n", created.account().login(), created.password());
    }

    private void print(Account account) {
        console.printf(
                "%-32s %-8s %-24s %-9s %s%n",
                Objects.requireNonNullElse(account.login(), "(identity provider)"),
                account.role().code(),
                Objects.requireNonNullElse(account.authorityId(), "-"),
                account.disabledAt() != null ? "disabled" : account.oneTime() ? "one-time" : "-",
                account.displayName());
    }

    @Override
    public void onError(Cli cli, Namespace namespace, Throwable e) {
        if (e instanceof AccountFault.Refused || e instanceof IllegalArgumentException) {
            cli.getStdErr().println(e.getMessage());
        } else {
            super.onError(cli, namespace, e);
        }
    }
}
