import type {
  BlindMarkSubmitted,
  CandidacyEvent,
  EvaluationBroughtOver,
  IncidentReported,
  MarksFrozen,
  SanctionDecided,
} from '@minutier/candidacy';

import { ASSESSOR, caseStudyAssessed, mark, sealed } from '../../candidacy/src/candidacy.examples.js';

const authority = { code: 'disciplinary-board', document: 'PV-DISC-03' } as const;
const INCIDENT_ID = '5f0f3c1e-0000-5000-8000-0000000000f1';
const SANCTION_ID = '5f0f3c1e-0000-5000-8000-0000000000f2';

/** The marks of a session are frozen before its jury. */
export function frozen(session: number): MarksFrozen {
  const reason = { code: 'before-jury', text: null } as const;
  return { type: 'MarksFrozen', data: { session, evaluationsInForce: 1, reason, authority } };
}

/** An incident and the sanction decided on it, lifted where a day is given. */
export function sanctioned(changes: Partial<SanctionDecided['data']>, liftedOn?: string): CandidacyEvent[] {
  const reported: IncidentReported['data'] = {
    incidentId: INCIDENT_ID,
    kind: 'fraud-suspected',
    occurredOn: '2019-01-15',
    sittingId: null,
    evaluationId: null,
    modality: null,
    occurrence: null,
    attempt: null,
    reportedBy: ASSESSOR,
    facts: sealed('Deux copies identiques'),
  };
  const decided: SanctionDecided['data'] = {
    sanctionId: SANCTION_ID,
    incidentId: INCIDENT_ID,
    decidedOn: '2019-03-12',
    kind: 'warning',
    evaluations: [],
    session: null,
    until: null,
    reason: { code: 'fraud', text: null },
    authority,
    ...changes,
  };
  const lifted: CandidacyEvent[] =
    liftedOn === undefined
      ? []
      : [
          {
            type: 'SanctionLifted',
            data: {
              sanctionId: SANCTION_ID,
              liftedOn,
              appealId: null,
              reason: { code: 'decided-in-error', text: null },
              authority,
            },
          },
        ];
  return [{ type: 'IncidentReported', data: reported }, { type: 'SanctionDecided', data: decided }, ...lifted];
}

/** The case study's place, filled by what was held in another cohort. */
export function broughtOver(): EvaluationBroughtOver {
  const { evaluationId, modality, occurrence, attempt, entry, session, heldOn, rules } = caseStudyAssessed().data;
  const from = {
    fromCandidacyId: '5f0f3c1e-0000-5000-8000-0000000000d7',
    fromEvaluationId: '5f0f3c1e-0000-5000-8000-0000000000d8',
    fromEventId: '5f0f3c1e-0000-5000-8000-0000000000d9',
    correspondenceId: null,
  };
  const place = { evaluationId, kind: 'case-study', modality, occurrence, attempt, entry, session } as const;
  return {
    type: 'EvaluationBroughtOver',
    data: { ...place, ...from, centreId: null, heldOn, outcome: mark('14.5'), rules },
  };
}

/** One assessor's blind mark of the case study, two being awaited. */
export function blindMarkSubmitted(changes: Partial<BlindMarkSubmitted['data']> = {}): BlindMarkSubmitted {
  const { evaluationId, modality, occurrence, attempt, entry, session, heldOn, rules } = caseStudyAssessed().data;
  return {
    type: 'BlindMarkSubmitted',
    data: {
      evaluationId,
      modality,
      occurrence,
      attempt,
      entry,
      session,
      heldOn,
      assessorId: ASSESSOR,
      mark: sealed('note'),
      appreciation: null,
      marksExpected: 2,
      rules,
      ...changes,
    },
  };
}
