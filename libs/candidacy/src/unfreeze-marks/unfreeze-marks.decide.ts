import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import { type AbsentRefusal, refusedAbsent } from '../candidacy-refusals.js';
import type { CandidacyEvent } from '../candidacy.events.js';
import type { Candidacy } from '../enrolled-candidacy.js';
import type { UnfreezeMarks } from './unfreeze-marks.command.js';

export type UnfreezeMarksRefusal = AbsentRefusal | 'NOT_FROZEN';

/** A freeze is lifted with a reason, never by recording a mark: who changed what after it stays visible. */
export function unfreezeMarks(
  command: SealedCommand<UnfreezeMarks>,
  candidacy: Candidacy,
): Decision<CandidacyEvent, UnfreezeMarksRefusal> {
  const { session, authority } = command;
  if (candidacy.status === 'absent') return refusedAbsent(candidacy)!;
  if (!candidacy.frozenSessions.has(session))
    return refuse(
      'NOT_FROZEN',
      undefined,
      `Les notes de la session ${session} ne sont pas arrêtées.`,
      `The marks of session ${session} are not frozen.`,
    );
  return [{ type: 'MarksUnfrozen', data: { session, reason: reasonOf(command), authority: authorityOf(authority) } }];
}
