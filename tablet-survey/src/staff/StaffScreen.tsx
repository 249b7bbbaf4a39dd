import { Heading } from '../Heading';
import { TabletIcon } from '../icons';
import type { StaffNotice } from './texts';

/** Tells the people who set the tablet up what is missing, in German and English. */
export function StaffScreen({ texts }: { readonly texts: Record<'de' | 'en', StaffNotice> }) {
  return (
    <main class="notice" lang="de" dir="ltr">
      <TabletIcon />
      <Heading>{texts.de.heading}</Heading>
      <p>{texts.de.body}</p>
      <div class="notice-second" lang="en">
        <h2>{texts.en.heading}</h2>
        <p>{texts.en.body}</p>
      </div>
    </main>
  );
}
