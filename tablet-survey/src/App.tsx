import type { PairingCourse } from './device/pairing-course';
import type { Tablet } from './device/tablet';
import type { Kiosk } from './kiosk';
import { offered, translate } from './language/language';
import { PairingScreen } from './pairing/PairingScreen';
import { RevokedScreen } from './pairing/RevokedScreen';
import { RatingScreen } from './rating/RatingScreen';
import { StaffNote } from './staff/StaffNote';
import { OutOfServiceScreen } from './thanks/OutOfServiceScreen';
import { ThanksScreen } from './thanks/ThanksScreen';

export interface AppProps {
  readonly kiosk: Kiosk;
  readonly tablet: Tablet;
  readonly pairing: PairingCourse;
}

export function App({ kiosk, tablet, pairing }: AppProps) {
  const language = kiosk.language.value;
  const screen = kiosk.screen.value;
  const device = tablet.configuration.value;
  const isPairing = pairing.state.value.kind !== 'idle';
  return (
    <>
      <header class="frame">
        <p class="office">
          <bdi lang="de">{device?.officeName}</bdi>
        </p>
        <StaffNote delivery={tablet.delivery.value} queueDepth={tablet.queueDepth.value} />
        {device?.simulated === true && <p class="simulated">{translate(language, 'ui.simulated')}</p>}
        <p class="for-readers" role="status">
          {screen === 'thanks' ? translate(language, 'ui.saved') : ''}
        </p>
      </header>
      {screen === 'rating' && <RatingScreen kiosk={kiosk} languages={offered(device?.languages)} />}
      {screen === 'thanks' && <ThanksScreen language={language} />}
      {screen === 'outOfService' && <OutOfServiceScreen language={language} />}
      {screen === 'revoked' && !isPairing && <RevokedScreen queueDepth={tablet.queueDepth} pair={() => pairing.begin()} />}
      {(screen === 'unpaired' || screen === 'revoked') && isPairing && <PairingScreen pairing={pairing} />}
    </>
  );
}
