import { Heading } from '../Heading';
import { PauseIcon } from '../icons';
import { translate, type Language } from '../language/language';

/** The rating could not be stored, so nobody is thanked for it. */
export function OutOfServiceScreen({ language }: { readonly language: Language }) {
  return (
    <main class="notice">
      <PauseIcon />
      <Heading>{translate(language, 'ui.outOfService')}</Heading>
      <p>{translate(language, 'ui.help')}</p>
    </main>
  );
}
