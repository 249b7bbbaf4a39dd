// Every German text of the board in one place. Plain strings with {placeholders}, so that other front ends (Grafana) can
// read the same catalogue. Formal address, no abbreviations a visitor of the town hall would not know.

/** The catalogue: key → German text. Keys are grouped by the part of the page that shows them. */
export const TEXTS = Object.freeze({
  'product.name': 'Visitenkarte',
  'nav.label': 'Ansichten',
  'nav.authority': 'Behörde',
  'nav.comparison': 'Pilotvergleich',
  'nav.skip': 'Zum Inhalt springen',
  'page.title': '{page} – Visitenkarte',

  'session.console': 'Verwaltung',
  'session.out': 'Abmelden',
  'session.role.manager': 'Behördenleitung',
  'session.role.ministry': 'Ministerium',
  'session.role.operator': 'Betrieb',
  'session.role.of': '{role}, {authority}',

  'simulated.name': 'Simulierte Daten',
  'simulated.explanation': 'erfundene Behörden, keine echten Bewertungen',
  'status.asOf': 'Stand {time}',
  'status.loading': 'Zahlen werden geladen …',
  'status.unreachable': 'Keine Verbindung zum Server. Angezeigt werden die Zahlen von {time}; neue folgen von selbst.',

  'authority.page': 'Servicequalität der Ausländerbehörden',
  'authority.select': 'Behörde wählen',
  'authority.pleaseSelect': 'Bitte wählen',
  'authority.today': 'Heute, {date}',
  'authority.group.pilot': 'Pilotbehörden',
  'authority.group.comparison': 'Vergleichsgruppe',
  'authority.group.none': 'Weitere Behörden',
  'authority.role.pilot': 'Pilotbehörde',
  'authority.role.comparison': 'Vergleichsgruppe',
  'authority.role.none': 'nicht im Pilotprojekt',

  'tile.waitNow': 'Wartezeit jetzt',
  'tile.waitNow.hour': '{from} bis {to} Uhr',
  'tile.waitNow.last': 'zuletzt, {from} bis {to} Uhr',
  'tile.waitNow.visits': 'Median aus {visits} Besuchen',
  'tile.waitToday': 'Wartezeit heute',
  'tile.waitToday.visits': 'Median aus {visits} Besuchen',
  'tile.waitToday.p90': '9 von 10: höchstens {minutes}',
  'tile.waitToday.share30': 'bis 30\u202fMin. gewartet: {share}',
  'tile.positive': 'Positive Antworten heute',
  'tile.positive.answers': '{positive} von {answers} „gut“ oder „sehr gut“',
  'tile.positive.answersOnly': '{answers} Antworten',
  'tile.positive.interval': 'Unsicherheitsbereich {interval}',
  'tile.participation': 'Beteiligung heute',
  'tile.participation.meaning': 'der Besuche wurden bewertet',
  'tile.participation.counts': '{answers} Antworten, {visits} Besuche',
  'tile.participation.tooHigh': 'Mehr Bewertungen als gemeldete Besuche: bitte die Meldung der Besuche prüfen.',
  'tile.participation.noVisits': 'Es fehlen Besuchszahlen aus dem Aufrufsystem.',
  'tile.waitWith': 'Wartezeit mit Termin',
  'tile.waitWith.none': 'In diesem Quartal liegt noch nichts vor.',
  'tile.waitWithout': 'Wartezeit ohne Termin',
  'tile.lead': 'Vorlauf bis zum Termin',
  'tile.lead.visits': 'Median aus {visits} Besuchen mit Termin',
  'tile.lead.under': 'unter 2 Wochen: {two}, unter 4 Wochen: {four}',
  'tile.lead.none': 'Das Aufrufsystem meldet nicht, wann der Termin gebucht wurde.',
  'tile.releasedAt': 'freigegeben {time}',

  'state.none': 'noch keine Angaben',
  'state.none.past': 'keine Angaben',
  'state.too-few-answers': 'zu wenige Antworten',
  'state.too-few-visits': 'zu wenige Besuche',
  'state.too-few-for-comparison': 'zu wenige Antworten für einen Vergleich',
  'state.rule.rating': 'Angezeigt ab {shares} Antworten, danach in Schritten von {k} oder mehr.',
  'state.rule.wait': 'Angezeigt ab {shares} Besuchen, danach in Schritten von {k} oder mehr.',
  'state.rule.none': 'Für heute liegt noch nichts vor.',
  'state.rule.hour': 'In dieser Stunde wurde noch niemand aufgerufen.',

  'appointments.title': 'Mit und ohne Termin, {period}',

  'feed.ok': 'Das Aufrufsystem meldet Besuche.',
  'feed.ok.all': 'Alle Aufrufsysteme melden Besuche.',
  'feed.silent.hours': 'Aufrufsystem meldet seit {hours}\u202fStd. nichts. Die Wartezeiten von heute sind unvollständig.',
  'feed.silent.since': 'Aufrufsystem meldet nichts seit {time}. Neuere Wartezeiten fehlen.',
  'feed.never': 'Das Aufrufsystem hat noch keinen Besuch gemeldet. Wartezeiten und Beteiligung fehlen deshalb.',
  'feed.none': 'Kein Aufrufsystem angeschlossen. Wartezeiten und Beteiligung fehlen deshalb.',
  'feed.office': '{office}: {words}',
  'correction': 'Nachträglich geänderte Wartezeiten: {list}.',
  'correction.more': 'Nachträglich geänderte Wartezeiten: {list}; {more} weitere in der Tabelle.',
  'correction.day': '{day} am {on} korrigiert',

  'trend.title': 'Verlauf der letzten 90 Tage',
  'trend.share': 'Anteil positiver Antworten',
  'trend.answers': 'Antworten je Tag',
  'trend.wait': 'Wartezeit in Minuten (Median)',
  'trend.key.share': 'Anteil positiv',
  'trend.key.interval': 'Unsicherheitsbereich (95\u202f%)',
  'trend.key.answers': 'Antworten',
  'trend.key.wait': 'Wartezeit',
  'trend.key.suppressed': 'zu wenige Antworten / Besuche',
  'trend.key.gap': 'Lücke: keine Angaben',
  'trend.description':
    'Liniendiagramm der letzten 90 Tage. Anteil positiver Antworten an {days} Tagen, zuletzt {last}. An {suppressed} Tagen zu wenige Antworten. Alle Werte stehen in der Tabelle darunter.',
  'trend.description.empty': 'Liniendiagramm der letzten 90 Tage, noch ohne Werte.',
  'trend.empty': 'In den letzten 90 Tagen liegen noch keine Angaben vor.',
  'trend.unavailable': 'Das Diagramm konnte nicht geladen werden. Die Zahlen stehen in der Tabelle.',

  'distribution.title': 'Alle Antworten im {period}',
  'distribution.question': '„Wie war Ihr Besuch heute?“',
  'distribution.answers': '{answers} Antworten, davon {share} positiv ({interval})',
  'distribution.mean': 'Mittelwert {mean} auf der Skala von −2 bis +2',
  'distribution.description': 'Verteilung der Antworten: {parts}.',
  'distribution.rule': 'Die Verteilung erscheint ab {shares} Antworten im Quartal.',
  'distribution.bound':
    '{answers} Antworten, davon {share} positiv. Bei so wenigen Antworten wird nicht gezeigt, ob alle einer Meinung waren.',
  'answer.1': 'Sehr schlecht',
  'answer.2': 'Schlecht',
  'answer.3': 'Mittel',
  'answer.4': 'Gut',
  'answer.5': 'Sehr gut',

  'comparison.page': 'Pilotvergleich',
  'comparison.lead': 'Ausländerbehörden im Pilotprojekt nebeneinander, nach Namen geordnet. Das ist keine Rangliste.',
  'comparison.period': 'Zeitraum wählen',
  'comparison.period.months': 'Monate',
  'comparison.period.quarters': 'Quartale',
  'comparison.period.running': '{period} (läuft noch)',
  'comparison.overlap':
    'Überschneiden sich zwei Balken, lässt sich kein Unterschied zwischen den Behörden feststellen.',
  'comparison.group.pilot': 'Pilotbehörden',
  'comparison.group.comparison': 'Vergleichsgruppe – nicht im Pilotprojekt',
  'comparison.all.pilot': 'Alle Pilotbehörden',
  'comparison.all.comparison': 'Vergleichsgruppe gesamt',
  'comparison.key.interval': 'Anteil positiv mit Unsicherheitsbereich (95\u202f%)',
  'comparison.key.reference': 'Alle Pilotbehörden: {share}',
  'comparison.empty.title': 'Noch kein Zeitraum zum Vergleichen',
  'comparison.empty.help':
    'Der erste Vergleich erscheint, sobald ein Monat mit Bewertungen abgeschlossen ist. Bis dahin zeigt die Ansicht „Behörde“ die Tageszahlen.',
  'comparison.said': '–',
  'comparison.below': 'unter {minimum}',

  'column.day': 'Tag',
  'column.authority': 'Behörde',
  'column.group': 'Gruppe',
  'column.share': 'Anteil positiv',
  'column.share.interval': 'Anteil (Bereich)',
  'column.low': 'Bereich von',
  'column.high': 'Bereich bis',
  'column.answers': 'Antworten',
  'column.visits': 'Besuche',
  'column.median': 'Wartezeit (Median)',
  'column.median.minutes': 'Wartezeit Median, Minuten',
  'column.p90.minutes': '9 von 10 höchstens, Minuten',
  'column.share30': 'bis 30\u202fMin. gewartet',
  'column.share30.long': 'höchstens 30 Minuten gewartet',
  'column.participation': 'Beteiligung',
  'column.corrected': 'Wartezeit korrigiert am',
  'column.answer': 'Antwort',
  'column.count': 'Anzahl',
  'column.part': 'Anteil',

  'table.open': 'Zahlen als Tabelle',
  'table.copy': 'Tabelle kopieren',
  'table.copied': 'Kopiert',
  'table.caption.trend': 'Tageswerte, neueste zuerst',
  'table.caption.distribution': 'Verteilung der Antworten',
  'table.caption.comparison': 'Vergleich der Behörden, {period}',

  'notes.title': 'So lesen Sie die Zahlen',
  'notes.positive.term': 'Positiv',
  'notes.positive': 'Antworten „gut“ und „sehr gut“ auf die Frage „Wie war Ihr Besuch heute?“',
  'notes.interval.term': 'Unsicherheitsbereich',
  'notes.interval':
    'Nur ein Teil der Besucherinnen und Besucher antwortet. Der wahre Anteil liegt mit 95\u202f% Sicherheit in diesem Bereich (Wilson-Intervall). Je weniger Antworten, desto breiter.',
  'notes.suppressed.term': 'Zu wenige Antworten',
  'notes.suppressed':
    'Zahlen erscheinen ab {shares} Antworten und ändern sich erst nach {k} weiteren; was übrig bleibt, zählt in Woche, Monat oder Quartal. So lässt sich keine einzelne Antwort erkennen. „Zu wenige“ heißt nicht null, und „≥\u202f90\u202f%“ steht unter {extremes} Antworten auch für alle.',
  'notes.comparison.term': 'Zu wenige für einen Vergleich',
  'notes.comparison':
    'Unter {minimum} Antworten im Zeitraum sagt ein Vergleich mehr über den Zufall als über die Behörde. Die eigenen Zahlen stehen weiter in der Ansicht „Behörde“.',
  'notes.median.term': 'Wartezeit',
  'notes.median':
    'Von der Ankunft bis zum Aufruf. Median: Die Hälfte wartete kürzer, die Hälfte länger.',
  'notes.corrected.term': 'Korrigiert',
  'notes.corrected':
    'Besuche eines vergangenen Tages wurden später gemeldet oder berichtigt. Die Wartezeit dieses Tages hat sich dadurch nach ihrer Veröffentlichung geändert.',
  'notes.participation.term': 'Beteiligung',
  'notes.participation': 'Bewertungen geteilt durch bediente Besuche.',

  'error.unknown.title': 'Diese Behörde gibt es hier nicht',
  'error.unknown.help':
    'Die Adresse nennt „{id}“. Wählen Sie oben eine Behörde aus der Liste oder prüfen Sie die Adresse.',
  'error.forbidden.title': 'Diese Ansicht gehört nicht zu Ihrer Rolle',
  'error.forbidden.help':
    'Eine Behördenleitung sieht die Ergebnisse der eigenen Behörde, das Ministerium alle, der Betrieb keine.',
  'error.empty.title': 'Noch keine Behörde eingerichtet',
  'error.empty.help':
    'Ihre IT liest das Verzeichnis der Behörden mit dem Befehl „import-registry“ ein. Diese Seite merkt das von selbst und zeigt dann die Zahlen.',
  'error.unreachable.title': 'Der Server antwortet nicht',
  'error.unreachable.help':
    'Die Seite versucht es alle 10 Sekunden erneut. Bleibt es dabei, geben Sie Ihrer IT bitte die Adresse dieser Seite.',

  'format.percent': '{value}\u202f%',
  'format.share.at-least': '≥\u202f{share}',
  'format.share.at-most': '≤\u202f{share}',
  'format.percentRange': '{low} bis {high}\u202f%',
  'format.minutes': '{value}\u202fMin.',
  'format.minutes.belowOne': 'unter 1\u202fMin.',
  'format.days': '{value}\u202fTage',
  'format.days.one': '{value}\u202fTag',
  'format.clock': '{time}\u202fUhr',
  'format.dateClock': '{date}, {time}\u202fUhr',
  'format.quarter': '{number}.\u202fQuartal {year}',
});

/**
 * The German text of a key with its placeholders filled in.
 *
 * @param {string} key a key of TEXTS
 * @param {Record<string, string | number>} [values] one value for every {placeholder} of the text
 * @throws {Error} if the key is unknown or a placeholder has no value: a mistake of ours, found by the browser test
 */
export function text(key, values = {}) {
  const template = TEXTS[key];
  if (template === undefined) {
    throw new Error(`no text for ${key}`);
  }
  return template.replace(/\{(\w+)\}/g, (_, name) => {
    if (values[name] === undefined) {
      throw new Error(`no value for {${name}} of ${key}`);
    }
    return String(values[name]);
  });
}
