import ar from './ar.json';
import de from './de.json';
import en from './en.json';

/** The German file is the source: what it has, every other language must have, or the type check fails the build. */
export type MessageKey = keyof typeof de;
type Messages = Readonly<Record<MessageKey, string>>;

export interface LanguageInfo {
  readonly messages: Messages;
  /** The language's name in itself. */
  readonly endonym: string;
  readonly direction: 'ltr' | 'rtl';
}

/** In the order of the language row. Keys are BCP 47 and go to the server as they stand here. */
export const LANGUAGES = {
  de: { messages: de, endonym: 'Deutsch', direction: 'ltr' },
  en: { messages: en, endonym: 'English', direction: 'ltr' },
  ar: { messages: ar, endonym: 'العربية', direction: 'rtl' },
} as const satisfies Record<string, LanguageInfo>;

export type Language = keyof typeof LANGUAGES;

export const LANGUAGE_CODES = Object.keys(LANGUAGES) as Language[];
export const DEFAULT_LANGUAGE: Language = 'de';

/**
 * Returns the languages to offer: those of this page that the server wants, and always the one an idle tablet shows.
 *
 * @param wanted undefined for all
 */
export function offered(wanted: readonly string[] | undefined): Language[] {
  return LANGUAGE_CODES.filter((code) => wanted === undefined || code === DEFAULT_LANGUAGE || wanted.includes(code));
}

export function translate(language: Language, key: MessageKey): string {
  return LANGUAGES[language].messages[key];
}
