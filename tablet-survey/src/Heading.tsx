import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface HeadingProps {
  readonly id?: string;
  readonly children: ComponentChildren;
}

/** The screen's main heading. A new screen moves the focus here, so that a screen reader starts reading at its top. */
export function Heading({ id, children }: HeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h1 id={id} ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
