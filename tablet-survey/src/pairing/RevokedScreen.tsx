import type { ReadonlySignal } from '@preact/signals';
import { Heading } from '../Heading';
import { TabletIcon } from '../icons';
import { REVOKED, kept } from './texts';

interface RevokedScreenProps {
  readonly queueDepth: ReadonlySignal<number>;
  readonly pair: () => Promise<void>;
}

/** Says that this tablet was taken out of use, and how it comes back. */
export function RevokedScreen({ queueDepth, pair }: RevokedScreenProps) {
  return (
    <main class="notice" lang="de" dir="ltr">
      <TabletIcon />
      <Heading>{REVOKED.heading}</Heading>
      <p>{REVOKED.body}</p>
      {queueDepth.value > 0 && <p>{kept(queueDepth.value)}</p>}
      <button type="button" class="primary" onClick={() => void pair()}>
        {REVOKED.pair}
      </button>
      <p class="for-visitors" lang="en">
        {REVOKED.visitors}
      </p>
    </main>
  );
}
