import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import { actIdOf } from '../candidacy-ids.js';
import { type AbsentRefusal, refusedAbsent } from '../candidacy-refusals.js';
import type { CandidacyEvent } from '../candidacy.events.js';
import { hearingSummonsBy } from '../discipline.state.js';
import type { Candidacy, EnrolledCandidacy } from '../enrolled-candidacy.js';
import type { DecideSanction } from './decide-sanction.command.js';

export type DecideSanctionRefusal = AbsentRefusal | ProcedureRefusal | ReachRefusal;
type ProcedureRefusal = 'INCIDENT_UNKNOWN' | 'HEARING_REQUIRED' | 'SANCTION_ALREADY_DECIDED';
type ReachRefusal = 'EVALUATION_NOT_FOUND' | 'SANCTION_INCONSISTENT';

type Given = SealedCommand<DecideSanction>;

/**
 * A measure follows an incident only once the candidate was heard, or was summoned and did not come; one at a time, and
 * it says what it reaches. That nothing follows needs no hearing.
 */
export function decideSanction(command: Given, candidacy: Candidacy): Decision<CandidacyEvent, DecideSanctionRefusal> {
  const { context, incidentId, decidedOn, kind, evaluations = [], session, until, authority } = command;
  if (candidacy.status === 'absent') return refusedAbsent(candidacy)!;
  const refusal = refusedProcedure(command, candidacy) ?? refusedReach(command, candidacy);
  if (refusal) return refusal;
  return [
    {
      type: 'SanctionDecided',
      data: {
        sanctionId: actIdOf('sanction', context),
        incidentId,
        decidedOn,
        kind,
        evaluations: [...evaluations],
        session: session ?? null,
        until: until ?? null,
        reason: reasonOf(command),
        authority: authorityOf(authority),
      },
    },
  ];
}

function refusedProcedure(
  { incidentId, decidedOn, kind }: Given,
  candidacy: EnrolledCandidacy,
): Refusal<ProcedureRefusal> | undefined {
  const incident = candidacy.incidents.get(incidentId);
  if (!incident)
    return refuse(
      'INCIDENT_UNKNOWN',
      undefined,
      'Cet incident n’est pas signalé dans ce dossier.',
      'This incident is not reported in this file.',
    );
  const standing = incident.sanctionId === null ? undefined : candidacy.sanctions.get(incident.sanctionId);
  if (standing?.liftedOn === null)
    return refuse(
      'SANCTION_ALREADY_DECIDED',
      undefined,
      `Il a déjà été statué sur cet incident le ${standing.decidedOn}.`,
      `This incident was decided on ${standing.decidedOn} already.`,
    );
  const isHeard = incident.hearing !== null && incident.hearing.heardOn <= decidedOn;
  if (kind === 'none' || isHeard || hearingSummonsBy(candidacy, incidentId, decidedOn)) return undefined;
  return refuse(
    'HEARING_REQUIRED',
    '/decidedOn',
    'À cette date, le candidat n’a été ni entendu, ni convoqué à une audition.',
    'By that day the candidate was neither heard nor summoned to a hearing.',
  );
}

function refusedReach(
  { kind, evaluations = [], session, until, reason, decidedOn }: Given,
  candidacy: EnrolledCandidacy,
): Refusal<ReachRefusal> | undefined {
  const unknown = evaluations.findIndex((id) => !candidacy.evaluations.has(id) && !candidacy.ended.has(id));
  if (unknown !== -1)
    return refuse(
      'EVALUATION_NOT_FOUND',
      `/evaluations/${unknown}`,
      'Cette évaluation n’est pas dans le dossier du candidat.',
      'This evaluation is not in the candidate’s file.',
    );
  const isExclusion = kind === 'excluded' || kind === 'excluded-with-loss';
  const faults: readonly (readonly [isFault: boolean, at: string])[] = [
    [kind === 'evaluation-void' && evaluations.length === 0, '/evaluations'],
    [kind === 'session-void' && session === undefined, '/session'],
    [until !== undefined && (!isExclusion || until < decidedOn), '/until'],
    [kind !== 'none' && reason === 'not-established', '/reason'],
  ];
  const fault = faults.find(([isFault]) => isFault);
  if (!fault) return undefined;
  return refuse(
    'SANCTION_INCONSISTENT',
    fault[1],
    'La mesure, ce qu’elle atteint, son terme et son motif se contredisent.',
    'The measure, what it reaches, its end and its reason contradict each other.',
  );
}
