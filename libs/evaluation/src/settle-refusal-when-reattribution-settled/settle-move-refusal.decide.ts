import type { Candidacy, CandidacyEvent } from '@minutier/candidacy';

import type { SettleMoveRefusal } from './settle-move-refusal.command.js';

/** A refusal that a person settled elsewhere no longer keeps marks from being frozen; one that is not open stays as it is. */
export function settleMoveRefusal(
  { reattributionId, settlement }: SettleMoveRefusal,
  candidacy: Candidacy,
): readonly CandidacyEvent[] {
  const open = candidacy.status === 'enrolled' ? [...candidacy.refusals.values()] : [];
  if (!open.some(({ kind, id }) => kind === 'reattribution' && id === reattributionId)) return [];
  const origin = { kind: 'reattribution', id: reattributionId, line: null } as const;
  return [{ type: 'RefusalSettled', data: { origin, settlement } }];
}
