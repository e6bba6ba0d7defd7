import type { Candidacy, CandidacyEvent } from '@minutier/candidacy';
import { isRefusal } from '@minutier/ledger';

import type { AssessedGroupWork } from '../groupwork.state.js';
import { openRefusalOf, voidedByOrigin } from '../voided-by-origin.js';
import type { VoidGroupWorkLine } from './void-group-work-line.command.js';

/**
 * A line of a voided group work counts for nothing here, or this file says why it still does. A line that the file had
 * refused never stood: its refusal is settled by the voiding.
 */
export function voidGroupWorkLine(
  { groupWorkId, line: number }: Pick<VoidGroupWorkLine, 'groupWorkId' | 'line'>,
  candidacy: Candidacy,
  { lines, voided }: AssessedGroupWork,
): readonly CandidacyEvent[] {
  const origin = { kind: 'group-work', id: groupWorkId, line: number } as const;
  const { authority } = voided!;
  const decided = voidedByOrigin(candidacy, origin, {
    reason: { code: 'group-work-voided', text: null },
    authority,
  });
  if (!isRefusal(decided)) return [decided];
  const { settlement, triedAgain } = lines.find(({ line }) => line === number)!;
  if (decided.refused === 'EVALUATION_NOT_FOUND' && triedAgain !== 'voiding') {
    if (openRefusalOf(candidacy, origin)) return [{ type: 'RefusalSettled', data: { origin, settlement: 'dropped' } }];
    // A person dropped the line before: nothing of it is anywhere.
    if (settlement === 'dropped') return [];
  }
  return [{ type: 'VoidingRefused', data: { origin, refused: decided.refused } }];
}
