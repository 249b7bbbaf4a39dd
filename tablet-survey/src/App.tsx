import type { Tablet } from './device/tablet';
import type { Kiosk } from './kiosk';
import { translate } from './language/language';
import { RatingScreen } from './rating/RatingScreen';
import { StaffNote } from './staff/StaffNote';
import { StaffScreen } from './staff/StaffScreen';
import { UNPAIRED } from './staff/texts';
import { OutOfServiceScreen } from './thanks/OutOfServiceScreen';
import { ThanksScreen } from './thanks/ThanksScreen';

export interface AppProps {
  readonly kiosk: Kiosk;
  readonly tablet: Tablet;
}

export function App({ kiosk, tablet }: AppProps) {
  const language = kiosk.language.value;
  const screen = kiosk.screen.value;
  const device = tablet.configuration.value;
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
      {screen === 'rating' && <RatingScreen kiosk={kiosk} />}
      {screen === 'thanks' && <ThanksScreen language={language} />}
      {screen === 'outOfService' && <OutOfServiceScreen language={language} />}
      {screen === 'unpaired' && <StaffScreen texts={UNPAIRED} />}
    </>
  );
}
