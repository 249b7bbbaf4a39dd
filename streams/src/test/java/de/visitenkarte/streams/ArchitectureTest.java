package de.visitenkarte.streams;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "de.visitenkarte.streams", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("de.visitenkarte.streams.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule featuresDoNotKnowTheApplication = noClasses()
            .that()
            .resideInAPackage("de.visitenkarte.streams.*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("de.visitenkarte.streams");

    @ArchTest
    static final ArchRule touchesKafkaOnly = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("de.visitenkarte.api..", "de.visitenkarte.standalone..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule rulesAboutRatingsAndVisitsDoNotKnowKafka = noClasses()
            .that()
            .resideInAnyPackage("de.visitenkarte.streams.rating", "de.visitenkarte.streams.visit")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule nobodyEndsTheProcess = noClasses().should().callMethod(System.class, "exit", int.class);
}
