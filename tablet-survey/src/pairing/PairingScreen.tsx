import { useEffect, useState } from 'preact/hooks';
import type { PairingCourse } from '../device/pairing-course';
import { Heading } from '../Heading';
import { TabletIcon } from '../icons';
import type { OpenPairing } from '../outbox/database';
import { QrCode } from './QrCode';
import { PAIRING, codeIsGoodFor } from './texts';

/** Shows the people who set the tablet up the code, and what to do with it. */
export function PairingScreen({ pairing }: { readonly pairing: PairingCourse }) {
  const state = pairing.state.value;
  if (state.kind === 'code') {
    return <CodeScreen key={state.pairing.userCode} pairing={state.pairing} />;
  }
  if (state.kind === 'idle') {
    return null;
  }
  const { heading, body } = PAIRING[state.kind];
  return (
    <main class="notice" lang="de" dir="ltr">
      <TabletIcon />
      <Heading key={state.kind}>{heading}</Heading>
      <p>{body}</p>
      {(state.kind === 'expired' || state.kind === 'denied') && (
        <button type="button" class="primary" onClick={() => void pairing.begin()}>
          {PAIRING.newCode}
        </button>
      )}
    </main>
  );
}

function CodeScreen({ pairing }: { readonly pairing: OpenPairing }) {
  const address = new URL(pairing.address, location.href);
  return (
    <main class="pairing" lang="de" dir="ltr">
      <Heading>{PAIRING.heading}</Heading>
      <div class="pairing-columns">
        <div class="pairing-code">
          <h2>{PAIRING.code}</h2>
          <p class="code">{pairing.userCode}</p>
          <TimeLeft expiresAt={pairing.expiresAt} />
        </div>
        <QrCode text={address.href} label={PAIRING.qr} />
      </div>
      <ol>
        {PAIRING.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p class="address">{`${address.host}${address.pathname}`}</p>
      <p class="for-visitors" lang="en">
        {PAIRING.visitors}
      </p>
    </main>
  );
}

function TimeLeft({ expiresAt }: { readonly expiresAt: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return <p role="timer">{codeIsGoodFor(Math.max(0, Math.ceil((expiresAt - now) / 1000)))}</p>;
}
