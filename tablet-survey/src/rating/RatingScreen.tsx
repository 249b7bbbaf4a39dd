import { Heading } from '../Heading';
import { AnonymousIcon, CheckIcon, GlobeIcon, NoEffectIcon } from '../icons';
import type { Kiosk } from '../kiosk';
import { LANGUAGES, translate, type Language, type MessageKey } from '../language/language';
import type { FaceValue } from '../outbox/database';
import { Face } from './Face';

/** Worst to best in reading direction; the layout mirrors them for right-to-left languages. */
const FACES: readonly FaceValue[] = [1, 2, 3, 4, 5];

/** The question, the faces and the languages: at the same time the screen that waits for the next visitor. */
export function RatingScreen({ kiosk, languages }: { readonly kiosk: Kiosk; readonly languages: readonly Language[] }) {
  const t = (key: MessageKey) => translate(kiosk.language.value, key);
  return (
    <>
      <main class="rating">
        <div class="question">
          <Heading id="question">{t('q.overall')}</Heading>
          <p>{t('ui.tapFace')}</p>
        </div>
        <div class="faces" role="group" aria-labelledby="question">
          {FACES.map((value) => (
            <button key={value} type="button" data-value={value} onClick={() => void kiosk.rate(value)}>
              <Face value={value} />
              <span>{t(`scale.${value}`)}</span>
            </button>
          ))}
        </div>
        <ul class="trust">
          <li>
            <AnonymousIcon />
            {t('ui.anonymous')}
          </li>
          <li>
            <NoEffectIcon />
            {t('ui.noEffect')}
          </li>
        </ul>
      </main>
      <LanguageRow
        languages={languages}
        chosen={kiosk.language.value}
        label={t('ui.chooseLanguage')}
        choose={(code) => kiosk.choose(code)}
      />
    </>
  );
}

interface LanguageRowProps {
  readonly languages: readonly Language[];
  readonly chosen: Language;
  readonly label: string;
  readonly choose: (language: Language) => void;
}

/** Always in the same order and direction, so that nobody has to search for their language after a switch. */
function LanguageRow({ languages, chosen, label, choose }: LanguageRowProps) {
  return (
    <nav class="languages" aria-label={label} dir="ltr">
      <GlobeIcon />
      {languages.map((code) => (
        <button
          key={code}
          type="button"
          lang={code}
          dir={LANGUAGES[code].direction}
          aria-current={code === chosen ? 'true' : undefined}
          onClick={() => choose(code)}
        >
          {code === chosen && <CheckIcon />}
          {LANGUAGES[code].endonym}
        </button>
      ))}
    </nav>
  );
}
