import type { Delivery } from '../outbox/sender';
import { leftover, refused } from './texts';

interface StaffNoteProps {
  readonly delivery: Delivery;
  /** How many ratings wait to be sent. */
  readonly queueDepth: number;
}

/** A short line for the people who work here, only when they have something to do. */
export function StaffNote({ delivery, queueDepth }: StaffNoteProps) {
  if (delivery !== 'refused' && delivery !== 'leftover') {
    return null;
  }
  return (
    <p class="staff" lang="de" dir="ltr">
      {delivery === 'refused' ? refused(queueDepth) : leftover(queueDepth)}
    </p>
  );
}
