import type { Candidacy, CandidacyEvent } from '@minutier/candidacy';

import { openRefusalOf } from '../voided-by-origin.js';
import type { SettleGroupWorkRefusal } from './settle-group-work-refusal.command.js';

/** A refusal that a person settled no longer keeps the marks from being frozen; one that is not open stays as it is. */
export function settleGroupWorkRefusal(
  { groupWorkId, line, settlement }: SettleGroupWorkRefusal,
  candidacy: Candidacy,
): readonly CandidacyEvent[] {
  const origin = { kind: 'group-work', id: groupWorkId, line } as const;
  return openRefusalOf(candidacy, origin) ? [{ type: 'RefusalSettled', data: { origin, settlement } }] : [];
}
