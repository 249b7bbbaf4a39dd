package de.visitenkarte.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.google.protobuf.GeneratedFile;
import com.google.protobuf.GeneratedMessage;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.ProtocolMessageEnum;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "de.visitenkarte", importOptions = ImportOption.DoNotIncludeTests.class)
class WireTest {

    private static final DescribedPredicate<JavaClass> SERIALISED = DescribedPredicate.describe(
            "is serialised, or tells how to read what is",
            type -> type.isAssignableTo(MessageOrBuilder.class)
                    || type.isAssignableTo(ProtocolMessageEnum.class)
                    || type.isAssignableTo(GeneratedMessage.class)
                    || type.isAssignableTo(GeneratedFile.class)
                    || type.isEquivalentTo(WaitBins.class)
                    || type.isEquivalentTo(LeadBins.class)
                    || type.isEquivalentTo(ReplayHeader.class)
                    || type.isEquivalentTo(QuarantineMark.class)
                    || type.getName().startsWith(Topics.class.getName())
                    || type.getName().endsWith(".package-info")
                    || type.getEnclosingClass()
                            .map(outer -> outer.isAssignableTo(MessageOrBuilder.class)
                                    || outer.isAssignableTo(ProtocolMessageEnum.class))
                            .orElse(false));

    @ArchTest
    static final ArchRule containsOnlyWhatIsSerialised = classes().should(ArchCondition.from(SERIALISED));

    @ArchTest
    static final ArchRule knowsNothingButProtobuf = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("de.visitenkarte.events", "com.google.protobuf..", "java..", "org.jspecify..");
}
