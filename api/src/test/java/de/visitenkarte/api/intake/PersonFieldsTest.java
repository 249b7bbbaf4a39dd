package de.visitenkarte.api.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonFieldsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clerk",
                "clerkId",
                "CLERK_NAME",
                "user",
                "userId",
                "username",
                "employee",
                "agent",
                "desk",
                "deskNo",
                "counter",
                "counter-number",
                "workstation",
                "Schalter",
                "Schalter-Nr.",
                "Platz",
                "Arbeitsplatz",
                "Sachbearbeiter/in",
                "Sachbearbeiterin",
                "MITARBEITER",
                "mitarbeiter_id",
                "ticket",
                "Ticketnummer",
                "number",
                "Nr.",
                "queueNumber",
                "queue_number",
                "Wartenummer",
                "processId",
                "name",
                "Vorname",
                "phone",
                "Telefonnummer",
                "email",
                "E-Mail",
                "e_mail_address",
                "Bürger",
                "Buerger",
                "Geburtsdatum"
            })
    void recognisesHoweverItIsSpelt(String name) {
        assertThat(PersonFields.isOne(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "colour",
                "status",
                "arrivedAt",
                "calledAt",
                "finishedAt",
                "withAppointment",
                "officeId",
                "bookedOn",
                "service",
                "duration",
                "Ankunft",
                "Aufruf",
                "Ende",
                "Termin",
                "gebucht am",
                "Standort",
                ""
            })
    void leavesOthersAlone(String name) {
        assertThat(PersonFields.isOne(name)).isFalse();
    }
}
