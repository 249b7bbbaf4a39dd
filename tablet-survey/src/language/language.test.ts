import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_LANGUAGE, LANGUAGE_CODES, LANGUAGES, offered } from './language';

const GERMAN_KEYS = Object.keys(LANGUAGES.de.messages).sort();

test('the first language is the one an idle tablet shows', () => {
  expect(LANGUAGE_CODES[0]).toBe(DEFAULT_LANGUAGE);
});

test.each([
  [undefined, LANGUAGE_CODES],
  [['ar', 'tlh'], ['de', 'ar']],
  [[], ['de']],
])('of the wanted languages %j it offers %j', (wanted, languages) => {
  expect(offered(wanted)).toEqual(languages);
});

test('every language file is on the language row', () => {
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.json'));
  expect(files.map((file) => file.replace('.json', '')).sort()).toEqual([...LANGUAGE_CODES].sort());
});

describe.each(LANGUAGE_CODES)('%s', (code) => {
  const messages: Record<string, string> = LANGUAGES[code].messages;

  test('has every text and no other', () => {
    expect(Object.keys(messages).sort()).toEqual(GERMAN_KEYS);
  });

  test('has no empty text, and all in normal form C', () => {
    for (const [key, text] of Object.entries(messages)) {
      expect(text.trim(), key).not.toBe('');
      expect(text.normalize('NFC'), key).toBe(text);
    }
  });

  test('is written in the direction its script is', () => {
    const rightToLeft = /\p{Script=Arabic}/u.test(messages['q.overall'] ?? '');
    expect(LANGUAGES[code].direction).toBe(rightToLeft ? 'rtl' : 'ltr');
  });
});

test('no text is carried along that no screen shows', () => {
  const source = join(import.meta.dirname, '..');
  const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(source, file), 'utf8'))
    .join('\n');
  const unused = GERMAN_KEYS.filter((key) => !key.startsWith('scale.') && !code.includes(`'${key}'`));
  expect(unused).toEqual([]);
});
