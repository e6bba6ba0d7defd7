import { type Decision, parisDay, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import { type AbsentRefusal, refusedAbsent, refusedPersons } from '../candidacy-refusals.js';
import type { CandidacyEvent } from '../candidacy.events.js';
import { hearingSummonsBy } from '../discipline.state.js';
import type { Candidacy, EnrolledCandidacy } from '../enrolled-candidacy.js';
import type { HearCandidate } from './hear-candidate.command.js';

export type HearCandidateRefusal = AbsentRefusal | 'INCIDENT_UNKNOWN' | 'NOT_SUMMONED' | 'PERSON_UNKNOWN';

/** A candidate is heard about an incident; that he did not come counts only where he was summoned to that hearing. */
export function hearCandidate(
  command: SealedCommand<HearCandidate>,
  candidacy: Candidacy,
  unknown: ReadonlySet<string>,
): Decision<CandidacyEvent, HearCandidateRefusal> {
  const { incidentId, heardOn, came, heardBy, assisted, statement } = command;
  if (candidacy.status === 'absent') return refusedAbsent(candidacy)!;
  if (!candidacy.incidents.has(incidentId))
    return refuse(
      'INCIDENT_UNKNOWN',
      undefined,
      'Cet incident n’est pas signalé dans ce dossier.',
      'This incident is not reported in this file.',
    );
  const refusal =
    refusedSummons(command, candidacy) ?? refusedPersons(heardBy, unknown, (index) => `/heardBy/${index}`);
  if (refusal) return refusal;
  const summonsId = command.summonsId ?? hearingSummonsBy(candidacy, incidentId, heardOn)?.summonsId ?? null;
  return [
    {
      type: 'CandidateHeard',
      data: { incidentId, summonsId, heardOn, came, heardBy: [...heardBy], assisted, statement },
    },
  ];
}

function refusedSummons(
  { incidentId, summonsId, heardOn, came }: SealedCommand<HearCandidate>,
  candidacy: EnrolledCandidacy,
): Refusal<'NOT_SUMMONED'> | undefined {
  const named = summonsId === undefined ? undefined : candidacy.summonses.get(summonsId);
  // He is not absent from a hearing that was to be on a later day.
  const isTooLate = named !== undefined && !came && parisDay(named.dueAt) > heardOn;
  if (summonsId !== undefined && (named?.incidentId !== incidentId || isTooLate))
    return refuse(
      'NOT_SUMMONED',
      '/summonsId',
      'Cette convocation n’est pas au dossier pour cette audition.',
      'This summons is not in the file for this hearing.',
    );
  if (named) return undefined;
  if (came || hearingSummonsBy(candidacy, incidentId, heardOn)) return undefined;
  return refuse(
    'NOT_SUMMONED',
    '/came',
    'Aucune convocation à cette audition n’est enregistrée : l’absence du candidat ne lui est pas opposable.',
    'No summons to this hearing is recorded: the candidate’s absence does not count against him.',
  );
}
