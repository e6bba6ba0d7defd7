import { commandContext } from '@minutier/testing';

import { ASSESSOR, caseStudyAssessed, mark, PRESIDENT, sealed } from './candidacy.examples.js';
import { actIdOf } from './candidacy-ids.js';
import type {
  CandidateHeard,
  CandidateSummoned,
  IncidentReported,
  SanctionDecided,
  SanctionLifted,
} from './discipline.events.js';
import type { EvaluationVoided, MarksFrozen } from './marks.events.js';

const { evaluationId } = caseStudyAssessed().data;
const BOARD = { code: 'disciplinary-board', document: 'PV-CD-2019-02' } as const;

/** The case study of January was copied, it is suspected. */
export function incidentReported(changes: Partial<IncidentReported['data']> = {}): IncidentReported {
  return {
    type: 'IncidentReported',
    data: {
      incidentId: actIdOf('incident', commandContext()),
      kind: 'plagiarism-suspected',
      occurredOn: '2019-01-15',
      sittingId: null,
      evaluationId,
      modality: null,
      occurrence: null,
      attempt: null,
      reportedBy: ASSESSOR,
      facts: sealed('Deux pages reprises d’un site'),
      ...changes,
    },
  };
}

const { incidentId } = incidentReported().data;

/** A summons to the hearing of 4 February, at nine in Paris. */
export function candidateSummoned(changes: Partial<CandidateSummoned['data']> = {}): CandidateSummoned {
  return {
    type: 'CandidateSummoned',
    data: {
      summonsId: actIdOf('summons', commandContext()),
      purpose: 'hearing',
      modality: null,
      occurrence: null,
      attempt: null,
      juryId: null,
      incidentId,
      dueAt: '2019-02-04T08:00:00.000Z',
      sentOn: '2019-01-21',
      channel: 'registered-post',
      proof: 'RECO-2019-0412',
      ...changes,
    },
  };
}

export function candidateHeard(changes: Partial<CandidateHeard['data']> = {}): CandidateHeard {
  return {
    type: 'CandidateHeard',
    data: {
      incidentId,
      summonsId: candidateSummoned().data.summonsId,
      heardOn: '2019-02-04',
      came: true,
      heardBy: [PRESIDENT],
      assisted: false,
      statement: null,
      ...changes,
    },
  };
}

/** The paper is void. */
export function sanctionDecided(changes: Partial<SanctionDecided['data']> = {}): SanctionDecided {
  return {
    type: 'SanctionDecided',
    data: {
      sanctionId: actIdOf('sanction', commandContext()),
      incidentId,
      decidedOn: '2019-02-11',
      kind: 'evaluation-void',
      evaluations: [evaluationId],
      session: null,
      until: null,
      reason: { code: 'plagiarism', text: null },
      authority: BOARD,
      ...changes,
    },
  };
}

export function sanctionLifted(changes: Partial<SanctionLifted['data']> = {}): SanctionLifted {
  return {
    type: 'SanctionLifted',
    data: {
      sanctionId: sanctionDecided().data.sanctionId,
      liftedOn: '2019-04-01',
      appealId: null,
      reason: { code: 'decided-in-error', text: null },
      authority: { code: 'director', document: 'NOTE-40' },
      ...changes,
    },
  };
}

export function marksFrozen(changes: Partial<MarksFrozen['data']> = {}): MarksFrozen {
  return {
    type: 'MarksFrozen',
    data: {
      session: 1,
      evaluationsInForce: 1,
      reason: { code: 'before-jury', text: null },
      authority: { code: 'examination-office', document: 'NOTE-12' },
      ...changes,
    },
  };
}

/** An evaluation that was irregular, by default the case study. */
export function evaluationVoided(id = evaluationId): EvaluationVoided {
  return {
    type: 'EvaluationVoided',
    data: {
      evaluationId: id,
      from: mark('14.5'),
      origin: null,
      sanctionId: null,
      reason: { code: 'irregular', text: null },
      authority: { code: 'director', document: 'NOTE-31' },
    },
  };
}
