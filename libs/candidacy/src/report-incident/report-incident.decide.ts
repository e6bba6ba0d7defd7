import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import { actIdOf } from '../candidacy-ids.js';
import { type AbsentRefusal, refusedAbsent, refusedPersons } from '../candidacy-refusals.js';
import type { CandidacyEvent } from '../candidacy.events.js';
import type { Candidacy } from '../enrolled-candidacy.js';
import type { ReportIncident } from './report-incident.command.js';

export type ReportIncidentRefusal = AbsentRefusal | 'EVALUATION_NOT_FOUND' | 'PERSON_UNKNOWN';

/** An incident is reported at any time, of an evaluation that stands, stood, or is not recorded yet; its facts are sealed. */
export function reportIncident(
  command: SealedCommand<ReportIncident> & { readonly reportedBy: string },
  candidacy: Candidacy,
  unknown: ReadonlySet<string>,
): Decision<CandidacyEvent, ReportIncidentRefusal> {
  const { context, kind, occurredOn, sittingId, evaluationId, modality, occurrence, attempt, reportedBy, facts } =
    command;
  if (candidacy.status === 'absent') return refusedAbsent(candidacy)!;
  if (evaluationId !== undefined && !candidacy.evaluations.has(evaluationId) && !candidacy.ended.has(evaluationId))
    return refuse(
      'EVALUATION_NOT_FOUND',
      '/evaluationId',
      'Cette évaluation n’est pas dans le dossier du candidat.',
      'This evaluation is not in the candidate’s file.',
    );
  const refusal = refusedPersons([reportedBy], unknown, () => '/reportedBy');
  if (refusal) return refusal;
  return [
    {
      type: 'IncidentReported',
      data: {
        incidentId: actIdOf('incident', context),
        kind,
        occurredOn,
        sittingId: sittingId ?? null,
        evaluationId: evaluationId ?? null,
        modality: modality ?? null,
        occurrence: occurrence ?? null,
        attempt: attempt ?? null,
        reportedBy,
        facts: facts!,
      },
    },
  ];
}
