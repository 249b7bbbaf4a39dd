/** Texts of the pairing screens: for the people who work here, in German, with one sentence for visitors in English. */
export const PAIRING = {
  heading: 'Dieses Tablet koppeln',
  steps: [
    'Als Leitung in der Verwaltung anmelden: den QR-Code mit dem Diensttelefon scannen oder die Adresse öffnen.',
    'Den Code eingeben, der hier steht, und den Bereich wählen, in dem das Tablet steht.',
    'Nach der Bestätigung erscheint hier von selbst die Frage an die Besucher.',
  ],
  code: 'Code',
  qr: 'QR-Code mit der Adresse zum Koppeln',
  asking: { heading: 'Der Server ist nicht erreichbar.', body: 'Ist das Tablet mit dem Netz verbunden? Es wird weiter versucht.' },
  expired: { heading: 'Der Code ist abgelaufen.', body: 'Niemand hat ihn bestätigt.' },
  denied: { heading: 'Der Code wurde abgelehnt.', body: 'Die Leitung hat dieses Tablet nicht zugelassen.' },
  finishing: { heading: 'Gekoppelt.', body: 'Einen Augenblick noch.' },
  newCode: 'Neuen Code anzeigen',
  visitors: 'This tablet is not in use yet.',
} as const;

export const REVOKED = {
  heading: 'Dieses Tablet ist abgemeldet.',
  body: 'Es nimmt keine Bewertungen an.',
  pair: 'Neu koppeln',
  visitors: 'This tablet is not in use.',
} as const;

export function codeIsGoodFor(seconds: number): string {
  return `Gültig noch ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} Minuten`;
}

export function kept(ratings: number): string {
  return ratings === 1
    ? 'Eine Bewertung ist noch nicht gesendet. Sie bleibt gespeichert, auch beim Koppeln.'
    : `${ratings} Bewertungen sind noch nicht gesendet. Sie bleiben gespeichert, auch beim Koppeln.`;
}
