package de.visitenkarte.api.console;

import de.visitenkarte.api.staff.Account;
import de.visitenkarte.api.staff.AccountFault;
import de.visitenkarte.api.staff.Accounts;
import de.visitenkarte.api.staff.Accounts.OneTimePassword;
import de.visitenkarte.api.staff.Pages;
import de.visitenkarte.api.staff.Staff;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Who may sign in: the ministry makes, changes and disables accounts, and gives new one-time passwords. */
@Hidden
@Path("/console/accounts")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("ministry")
public final class AccountsPage {

    private static final String PATH = "/console/accounts";
    private static final int UNPROCESSABLE = 422;

    private final Accounts accounts;
    private final boolean passwords;

    /** @param passwords whether accounts with a password can sign in; otherwise none are made */
    public AccountsPage(Accounts accounts, boolean passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** Lists all accounts. */
    @GET
    public ConsolePage list(@Auth Staff staff) {
        return ConsolePage.of("accounts", "Konten", AccountViews.list(accounts.list(), passwords));
    }

    /** Asks for what a new account needs. */
    @GET
    @Path("/new")
    public ConsolePage askNew(@Auth Staff staff) {
        requirePasswords();
        return newPage("", "", "", null);
    }

    /** Makes an account and shows its one-time password, this once. */
    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(
            @Auth Staff staff,
            @FormParam("login") @DefaultValue("") String login,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("rights") @DefaultValue("") String rights) {
        requirePasswords();
        try {
            Rights wanted = Rights.of(rights);
            return Response.ok(password(accounts.create(
                            staff.accountId(), new Accounts.Wish(login, name, wanted.role(), wanted.authorityId()))))
                    .build();
        } catch (AccountFault.Refused e) {
            return unprocessable(newPage(login, name, rights, e.fault()));
        }
    }

    /** Shows one account and what can be done to it. */
    @GET
    @Path("/{id}")
    public ConsolePage show(@Auth Staff staff, @PathParam("id") String id, @QueryParam("done") @Nullable String done) {
        Account account = get(id);
        return page(staff, account, account.displayName(), Rights.of(account).value(), null, done != null);
    }

    /** Changes name and rights. */
    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @Auth Staff staff,
            @PathParam("id") String id,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("rights") @DefaultValue("") String rights) {
        Account account = get(id);
        try {
            Rights wanted = Rights.of(rights);
            accounts.change(staff.accountId(), id, name, wanted.role(), wanted.authorityId());
            return back(id);
        } catch (AccountFault.Refused e) {
            return unprocessable(page(staff, account, name, rights, e.fault(), false));
        }
    }

    /** Lets the account no longer sign in. */
    @POST
    @Path("/{id}/disable")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response disable(@Auth Staff staff, @PathParam("id") String id) {
        return setDisabled(staff, id, true);
    }

    /** Lets the account sign in again. */
    @POST
    @Path("/{id}/enable")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enable(@Auth Staff staff, @PathParam("id") String id) {
        return setDisabled(staff, id, false);
    }

    /** Replaces the password and shows the new one, this once. */
    @POST
    @Path("/{id}/reset")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reset(@Auth Staff staff, @PathParam("id") String id) {
        Account account = get(id);
        try {
            return Response.ok(password(accounts.reset(staff.accountId(), id))).build();
        } catch (AccountFault.Refused e) {
            return unprocessable(show(staff, account, e.fault()));
        }
    }

    private Response setDisabled(Staff staff, String id, boolean disabled) {
        Account account = get(id);
        try {
            accounts.disable(staff.accountId(), id, disabled);
            return back(id);
        } catch (AccountFault.Refused e) {
            return unprocessable(show(staff, account, e.fault()));
        }
    }

    private void requirePasswords() {
        if (!passwords) {
            throw new NotFoundException();
        }
    }

    private Account get(String id) {
        return accounts.find(id).orElseThrow(NotFoundException::new);
    }

    private static Response back(String id) {
        return Pages.to(PATH + "/" + id + "?done=saved");
    }

    private static Response unprocessable(ConsolePage page) {
        return Response.status(UNPROCESSABLE).entity(page).build();
    }

    private ConsolePage show(Staff staff, Account account, AccountFault fault) {
        return page(staff, account, account.displayName(), Rights.of(account).value(), fault, false);
    }

    private ConsolePage page(
            Staff staff, Account account, String name, String rights, @Nullable AccountFault fault, boolean done) {
        boolean own = account.id().equals(staff.accountId());
        return ConsolePage.of(
                "account",
                account.displayName(),
                AccountViews.one(account, name, Rights.choices(rights, accounts.authorities()), fault, own, done));
    }

    private ConsolePage newPage(String login, String name, String rights, @Nullable AccountFault fault) {
        return ConsolePage.of(
                "account-new",
                "Konto anlegen",
                AccountViews.wanted(login, name, Rights.choices(rights, accounts.authorities()), fault));
    }

    private static ConsolePage password(OneTimePassword created) {
        return ConsolePage.of("one-time-password", "Einmalpasswort", AccountViews.password(created));
    }
}
