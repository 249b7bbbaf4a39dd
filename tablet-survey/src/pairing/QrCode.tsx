import { useEffect, useState } from 'preact/hooks';

/** Around a QR code, in its own modules: ISO/IEC 18004 asks for four. */
const QUIET_ZONE = 4;

/** A QR code, drawn as one path. What draws it is fetched only here; until then, and if that fails, there is nothing. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const [modules, setModules] = useState<readonly (readonly boolean[])[]>();
  useEffect(() => {
    void import('uqr').then(
      ({ encode }) => setModules(encode(text, { ecc: 'M', border: QUIET_ZONE }).data),
      () => undefined,
    );
  }, [text]);
  if (modules === undefined) {
    return null;
  }
  return (
    <svg class="qr" viewBox={`0 0 ${modules.length} ${modules.length}`} role="img" aria-label={label}>
      <path d={pathOf(modules)} />
    </svg>
  );
}

function pathOf(modules: readonly (readonly boolean[])[]): string {
  return modules.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
}
