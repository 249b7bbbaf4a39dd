import { Heading } from '../Heading';
import { CheckIcon } from '../icons';
import { translate, type Language } from '../language/language';

/** Says that it is safe. Does not repeat the face: the clerk and the next in line need not see it. */
export function ThanksScreen({ language }: { readonly language: Language }) {
  return (
    <main class="notice notice-thanks">
      <span class="seal">
        <CheckIcon />
      </span>
      <Heading>{translate(language, 'ui.thanks')}</Heading>
      <p>{translate(language, 'ui.thanksBody')}</p>
      <span class="time-left" />
    </main>
  );
}
