package de.visitenkarte.api.staff;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.visitenkarte.api.registry.Device;
import io.dropwizard.auth.Auth;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a resource has to say about who may use it. */
class AccessTest {

    private static final FeatureContext UNUSED = (FeatureContext) Proxy.newProxyInstance(
            AccessTest.class.getClassLoader(), new Class<?>[] {FeatureContext.class}, (proxy, method, arguments) -> {
                throw new UnsupportedOperationException();
            });

    @ParameterizedTest
    @ValueSource(classes = {Nobody.class, AnyStaff.class, RolesOfNobody.class, DeviceForAll.class, StaffForAll.class})
    void refusesWhatDoesNotSayIt(Class<?> resource) {
        assertThatThrownBy(() -> declare(resource)).hasMessageContaining("does not say who may use it");
    }

    @ParameterizedTest
    @ValueSource(classes = {All.class, DeviceOnly.class, Ministry.class, MinistryWrites.class})
    void takesWhatSaysIt(Class<?> resource) {
        assertThatCode(() -> declare(resource)).doesNotThrowAnyException();
    }

    @Test
    void refusesFormsOfTheStaffOutsideTheConsole() {
        assertThatThrownBy(() -> declare(MinistryWritesElsewhere.class)).hasMessageContaining("outside the console");
    }

    private static void declare(Class<?> resource) {
        Method method = Arrays.stream(resource.getDeclaredMethods())
                .filter(each -> !each.isSynthetic())
                .findFirst()
                .orElseThrow();
        new Access.Declared()
                .configure(
                        new ResourceInfo() {
                            @Override
                            public Method getResourceMethod() {
                                return method;
                            }

                            @Override
                            public Class<?> getResourceClass() {
                                return resource;
                            }
                        },
                        UNUSED);
    }

    @Path("/nobody")
    public static final class Nobody {
        @GET
        public String get() {
            return "";
        }
    }

    @Path("/any-staff")
    public static final class AnyStaff {
        @GET
        public String get(@Auth Staff staff) {
            return "";
        }
    }

    @Path("/roles-of-nobody")
    public static final class RolesOfNobody {
        @GET
        @RolesAllowed("ministry")
        public String get() {
            return "";
        }
    }

    @Path("/device-for-all")
    @PermitAll
    public static final class DeviceForAll {
        @GET
        public String get(@Auth Device device) {
            return "";
        }
    }

    @Path("/staff-for-all")
    @RolesAllowed("ministry")
    public static final class StaffForAll {
        @GET
        @PermitAll
        public String get(@Auth Staff staff) {
            return "";
        }
    }

    @Path("/all")
    public static final class All {
        @GET
        @PermitAll
        public String get() {
            return "";
        }
    }

    @Path("/device-only")
    public static final class DeviceOnly {
        @POST
        public String post(@Auth Device device) {
            return "";
        }
    }

    @Path("/ministry")
    @RolesAllowed("ministry")
    public static final class Ministry {
        @GET
        public String get(@Auth Staff staff) {
            return "";
        }
    }

    @Path("/console/ministry")
    @RolesAllowed("ministry")
    public static final class MinistryWrites {
        @POST
        public String post(@Auth Staff staff) {
            return "";
        }
    }

    @Path("/v1/ministry")
    @RolesAllowed("ministry")
    public static final class MinistryWritesElsewhere {
        @POST
        public String post(@Auth Staff staff) {
            return "";
        }
    }
}
