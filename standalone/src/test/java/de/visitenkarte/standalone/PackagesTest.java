package de.visitenkarte.standalone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "de.visitenkarte.standalone", importOptions = DoNotIncludeTests.class)
class PackagesTest {

    private static final String HOUSE = "de.visitenkarte.standalone";

    @ArchTest
    static final ArchRule keepsKafkasServerClassesInOnePackage = noClasses()
            .that()
            .resideOutsideOfPackage(HOUSE + ".kafka")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("kafka..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule letsTheDemoReachTheProductByHttpOnly = noClasses()
            .that()
            .resideInAPackage(HOUSE + ".demo")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            HOUSE + ".postgres",
                            HOUSE + ".kafka",
                            "de.visitenkarte.api..",
                            "de.visitenkarte.streams..",
                            "org.postgresql..")
                    // Opening hours are read as the product reads them.
                    .and(resideOutsideOfPackage("de.visitenkarte.api.calendar")));

    @ArchTest
    static final ArchRule keepsTheEmbeddedServersApartFromTheApplications = noClasses()
            .that()
            .resideInAnyPackage(HOUSE + ".postgres", HOUSE + ".kafka", HOUSE + ".machine")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(HOUSE, HOUSE + ".demo", "de.visitenkarte.api..", "de.visitenkarte.streams..");
}
