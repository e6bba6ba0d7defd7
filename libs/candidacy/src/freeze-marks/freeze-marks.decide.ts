import type { Cohort } from '@minutier/cohort';
import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import { type AbsentRefusal, refusedAbsent, refusedSession } from '../candidacy-refusals.js';
import type { CandidacyEvent } from '../candidacy.events.js';
import type { Candidacy } from '../enrolled-candidacy.js';
import type { FreezeMarks } from './freeze-marks.command.js';

export type FreezeMarksRefusal =
  AbsentRefusal | 'SESSION_UNKNOWN' | 'ALREADY_FROZEN' | 'BLIND_MARKS_INCOMPLETE' | 'REFUSED_LINES_OPEN';

/** Marks are frozen once nothing is awaited any more: no second mark of the session, no refused line to settle. */
export function freezeMarks(
  command: SealedCommand<FreezeMarks>,
  candidacy: Candidacy,
  cohort: Cohort,
): Decision<CandidacyEvent, FreezeMarksRefusal> {
  const { session, authority } = command;
  if (candidacy.status === 'absent') return refusedAbsent(candidacy)!;
  const unknown = refusedSession(cohort, session, '/session');
  if (unknown) return unknown;
  if (candidacy.frozenSessions.has(session))
    return refuse(
      'ALREADY_FROZEN',
      '/session',
      `Les notes de la session ${session} sont déjà arrêtées.`,
      `The marks of session ${session} are frozen already.`,
    );
  const blind = [...candidacy.blindMarks.values()].find((one) => one.session === session);
  if (blind)
    return refuse(
      'BLIND_MARKS_INCOMPLETE',
      '/session',
      `Une note en double aveugle est attendue sur la ligne ${blind.modality}.`,
      `A blind mark is awaited on line ${blind.modality}.`,
    );
  if (candidacy.refusals.size > 0)
    return refuse(
      'REFUSED_LINES_OPEN',
      '/session',
      'Une ligne refusée attend d’être réglée dans ce dossier.',
      'A refused line awaits settlement in this file.',
    );
  const evaluationsInForce = [...candidacy.evaluations.values()].filter((one) => one.session === session).length;
  return [
    {
      type: 'MarksFrozen',
      data: { session, evaluationsInForce, reason: reasonOf(command), authority: authorityOf(authority) },
    },
  ];
}
