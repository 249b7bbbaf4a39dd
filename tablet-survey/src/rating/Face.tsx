import type { FaceValue } from '../outbox/database';

/*
 * Drawn so that the shape alone tells the five apart: mouth, brows and eyes all change. Colour (orange to blue, safe for
 * the common colour weaknesses) only repeats it. All faces are symmetric, so they need no mirrored form.
 */
const FEATURES = {
  1: (
    <>
      <path class="face-line" d="M29 41 47 33M91 41 73 33" />
      <circle class="face-dot" cx="41" cy="53" r="5.5" />
      <circle class="face-dot" cx="79" cy="53" r="5.5" />
      <path class="face-mouth" d="M36 91c2-15 12-22 24-22s22 7 24 22c-8-5-16-7-24-7s-16 2-24 7Z" />
    </>
  ),
  2: (
    <>
      <path class="face-line" d="M31 38 47 34M89 38 73 34" />
      <circle class="face-dot" cx="41" cy="51" r="5.5" />
      <circle class="face-dot" cx="79" cy="51" r="5.5" />
      <path class="face-line" d="M40 86c5-8 12-11 20-11s15 3 20 11" />
    </>
  ),
  3: (
    <>
      <path class="face-line" d="M32 36h16M88 36H72" />
      <circle class="face-dot" cx="41" cy="50" r="5.5" />
      <circle class="face-dot" cx="79" cy="50" r="5.5" />
      <path class="face-line" d="M40 79h40" />
    </>
  ),
  4: (
    <>
      <path class="face-line" d="M32 37c4-4 11-5 16-2M88 37c-4-4-11-5-16-2" />
      <circle class="face-dot" cx="41" cy="50" r="5.5" />
      <circle class="face-dot" cx="79" cy="50" r="5.5" />
      <path class="face-line" d="M38 72c5 9 13 13 22 13s17-4 22-13" />
    </>
  ),
  5: (
    <>
      <path class="face-line" d="M31 32c4-5 12-6 17-2M89 32c-4-5-12-6-17-2" />
      <path class="face-line" d="M33 52c3-7 13-7 16 0M71 52c3-7 13-7 16 0" />
      <path class="face-mouth" d="M32 66c9 3 18 4 28 4s19-1 28-4c-1 18-12 29-28 29S33 84 32 66Z" />
      <path class="face-tongue" d="M45.5 89.5c3.5-5 8.5-7.5 14.5-7.5s11 2.5 14.5 7.5C70.5 93 65.5 95 60 95s-10.5-2-14.5-5.5Z" />
    </>
  ),
} as const;

export function Face({ value }: { readonly value: FaceValue }) {
  return (
    <svg class={`face face-${value}`} viewBox="0 0 120 120" aria-hidden="true" focusable="false">
      <circle class="face-skin" cx="60" cy="60" r="56" />
      {FEATURES[value]}
    </svg>
  );
}
