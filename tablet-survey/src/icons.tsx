import type { ComponentChildren } from 'preact';

function Icon({ children }: { readonly children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

/** A mask: nobody is recognised. */
export function AnonymousIcon() {
  return (
    <Icon>
      <path d="M12 3 4.5 5.7v5.6c0 4.6 3.1 8 7.5 9.7 4.4-1.7 7.5-5.1 7.5-9.7V5.7L12 3Z" />
      <path d="m8.6 11.9 2.4 2.4 4.6-4.8" />
    </Icon>
  );
}

/** A sheet of paper with a hand's distance: the case is not touched. */
export function NoEffectIcon() {
  return (
    <Icon>
      <path d="M13.5 3.5H7A1.5 1.5 0 0 0 5.5 5v14A1.5 1.5 0 0 0 7 20.5h10a1.5 1.5 0 0 0 1.5-1.5V8.5l-5-5Z" />
      <path d="M13.5 3.5v5h5M9 13h6M9 16.5h4" />
    </Icon>
  );
}

export function GlobeIcon() {
  return (
    <Icon>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M3.5 12h17M12 3.5c2.6 2.4 3.8 5.2 3.8 8.5s-1.2 6.1-3.8 8.5c-2.6-2.4-3.8-5.2-3.8-8.5s1.2-6.1 3.8-8.500Z" />
    </Icon>
  );
}

export function CheckIcon() {
  return (
    <Icon>
      <path d="m5.5 12.6 4.3 4.3 8.7-9.4" />
    </Icon>
  );
}

export function TabletIcon() {
  return (
    <Icon>
      <rect x="3" y="5" width="18" height="14" rx="1.5" />
      <path d="M11 16.500h2" />
    </Icon>
  );
}

export function PauseIcon() {
  return (
    <Icon>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M9.8 9v6M14.2 9v6" />
    </Icon>
  );
}
