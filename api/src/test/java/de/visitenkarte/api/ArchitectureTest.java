package de.visitenkarte.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "de.visitenkarte.api", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] KAFKA_AND_SQL = {
        "org.apache.kafka..", "java.sql..", "javax.sql..", "org.jdbi..", "org.postgresql..", "org.flywaydb.."
    };

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("de.visitenkarte.api.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule featuresDoNotKnowTheApplication = noClasses()
            .that()
            .resideInAPackage("de.visitenkarte.api.*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("de.visitenkarte.api");

    @ArchTest
    static final ArchRule packagesAreFlat = noClasses().should().resideInAPackage("de.visitenkarte.api.*.*..");

    @ArchTest
    static final ArchRule doesNotKnowTheOtherApplications = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("de.visitenkarte.streams..", "de.visitenkarte.standalone..");

    @ArchTest
    static final ArchRule resourcesContainNoSqlAndNoKafka = noClasses()
            .that()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(KAFKA_AND_SQL);

    @ArchTest
    static final ArchRule rulesKnowNeitherKafkaNorSqlNorHttp = noClasses()
            .that()
            .resideInAPackage("de.visitenkarte.api.statistics")
            .or()
            .haveSimpleNameEndingWith("Assessment")
            .or()
            .resideInAPackage("de.visitenkarte.api.gate")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "java.sql..",
                    "javax.sql..",
                    "org.jdbi..",
                    "jakarta.ws.rs..",
                    "jakarta.servlet..");

    @ArchTest
    static final ArchRule logsThroughSlf4jOnly = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule onlyAnswersToCommandsGoToTheConsole = noClasses()
            .that()
            .doNotBelongToAnyOf(ApiApplication.class)
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule nobodyEndsTheProcess = noClasses().should().callMethod(System.class, "exit", int.class);

    /** Time comes from an injected clock; {@code ApiBundle} is where it is made. */
    @ArchTest
    static final ArchRule nobodyLooksAtTheWallClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule constructorsInsteadOfInjection = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.inject..", "javax.inject..", "com.google.inject..");

    @ArchTest
    static final ArchRule daosAreInterfaces =
            classes().that().haveSimpleNameEndingWith("Dao").should().beInterfaces();

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .should(ArchCondition.from(DescribedPredicate.describe(
                    "lie in a package that is @NullMarked",
                    (JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class))));
}
