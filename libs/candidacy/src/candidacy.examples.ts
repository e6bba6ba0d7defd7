import type { Sealed } from '@minutier/ledger';

import { COHORT_ID } from '../../cohort/src/cohort.examples.js';
import { PERSON_ID } from '../../person/src/person.examples.js';
import type { CandidacyEvent } from './candidacy.events.js';
import type { Enrolled } from './enrolment.events.js';
import type {
  Assessed,
  CaseStudyAssessed,
  CompanyAssessed,
  Conduct,
  OralDefenceAssessed,
  Outcome,
  RolePlayAssessed,
} from './evaluation.events.js';
import type { EvaluationCorrected } from './marks.events.js';
import { candidacyIdOf, evaluationIdOf } from './candidacy-ids.js';
import { candidacyStream } from './candidacy.state.js';
import type { Candidacy } from './enrolled-candidacy.js';

export const CANDIDACY_ID = candidacyIdOf(COHORT_ID, PERSON_ID);
/** Two assessors, the second of whom may preside, and a tutor in a company. */
export const [ASSESSOR, PRESIDENT, TUTOR] = [1, 2, 3].map((n) => `a0000000-0000-4000-8000-00000000010${n}`) as [
  string,
  string,
  string,
];
const RULES = { id: 'reglement-28684', version: 1 };

/** A personal text as events hold it; the same words give the same seal. */
export function sealed(words: string): Sealed {
  const ciphertext = Buffer.from(words).toString('base64');
  return { alg: 'A256GCM', keyId: '5f0f3c1e-0000-4000-8000-0000000000b2', sealId: PERSON_ID, ciphertext };
}

/** A mark on twenty. */
export function mark(value: string): Outcome {
  return { kind: 'result', result: { scale: 'twenty', value } };
}

export const absence = (justified = false): Outcome => ({ kind: 'absence', justified, document: null });

export const exemption: Outcome = {
  kind: 'exemption',
  authority: { code: 'equivalence-board', document: 'EQ-2018-04' },
};

/** One assessor, on written work in French. */
export function conduct(changes: Partial<Conduct> = {}): Conduct {
  return {
    assessors: [{ assessorId: ASSESSOR, result: null, grid: null }],
    agreedBy: 'single',
    written: true,
    oral: false,
    language: 'fr',
    sittingId: null,
    ...changes,
  };
}

/** The enrolment of the story's candidate, by default under a contrat de professionnalisation. */
export function enrolled(changes: Partial<Enrolled['data']> = {}): Enrolled {
  return {
    type: 'Enrolled',
    data: {
      candidacyId: CANDIDACY_ID,
      personId: PERSON_ID,
      cohortId: COHORT_ID,
      route: 'CQ',
      enteredOn: '2018-10-01',
      entryProof: { kind: 'training-contract', document: 'CONV-2018-0031' },
      centreId: null,
      candidateNumber: '2018-017',
      framework: { number: 'RNCP28684', version: 1 },
      ine: null,
      cpfFile: null,
      ...changes,
    },
  };
}

/** A candidacy after these facts; enrolled where none are given. */
export function candidacy(...facts: readonly CandidacyEvent[]): Candidacy {
  const story = facts.length > 0 ? facts : [enrolled()];
  return story.reduce(candidacyStream.evolve, candidacyStream.initial);
}

type Changes = Partial<Assessed<never>>;

/** What an evaluation says whatever its kind: 14.5 at a first attempt in January, unless `changes` say otherwise. */
function assessed<Facts>(modality: string, facts: Facts, changes: Changes, held = conduct()): Assessed<Facts> {
  const place = { modality, occurrence: 1, attempt: 1, entry: 1, ...changes };
  const outcome = changes.outcome ?? mark('14.5');
  return {
    session: 1,
    centreId: null,
    heldOn: '2019-01-15',
    appreciation: null,
    accommodationIds: [],
    origin: null,
    rules: RULES,
    ...place,
    evaluationId: evaluationIdOf(CANDIDACY_ID, place),
    outcome,
    ...(outcome.kind === 'result'
      ? { conduct: changes.conduct ?? held, facts: changes.facts ?? facts }
      : { conduct: null, facts: null }),
  };
}

export function caseStudyAssessed(changes: Changes = {}): CaseStudyAssessed {
  const facts = { subjectCode: 'EC-2019-03', subject: null };
  return { type: 'CaseStudyAssessed', data: assessed('F8-M1', facts, changes) };
}

export function rolePlayAssessed(changes: Changes = {}): RolePlayAssessed {
  const facts = { scenarioCode: 'MSP-2019-02', partners: ['client', 'media-agency'], scenario: null };
  return { type: 'RolePlayAssessed', data: assessed('F5-M2', facts, changes, conduct({ written: false, oral: true })) };
}

export function companyAssessed(changes: Changes = {}): CompanyAssessed {
  const facts = {
    company: sealed('Agence Exemple'),
    companyTutorId: TUTOR,
    context: 'professionalisation-contract' as const,
    period: { from: '2018-10-15', to: '2019-06-14' },
    daysPresent: 142,
    missions: sealed('Plan média'),
  };
  const given = { heldOn: '2019-06-14', ...changes };
  return { type: 'CompanyAssessed', data: assessed('F6-M1', facts, given) };
}

export function oralDefenceAssessed(changes: Changes = {}): OralDefenceAssessed {
  const facts = {
    panel: [
      { assessorId: ASSESSOR, role: 'member' as const },
      { assessorId: PRESIDENT, role: 'president' as const },
    ],
    startedAt: '2019-06-18T07:00:00.000Z',
    endedAt: '2019-06-18T07:45:00.000Z',
    place: { kind: 'room' as const, code: 'CHABROL-201' },
    subjectCode: 'professional-project',
    reportId: null,
  };
  const assessors = facts.panel.map(({ assessorId }) => ({ assessorId, result: null, grid: null }));
  const panel = conduct({ assessors, agreedBy: 'agreement', oral: true });
  return { type: 'OralDefenceAssessed', data: assessed('F6-M3', facts, { heldOn: '2019-06-18', ...changes }, panel) };
}

/** A correction of the case study, from 14.5 to 15, for a keying error. */
export function corrected(changes: Partial<EvaluationCorrected['data']> = {}): EvaluationCorrected {
  return {
    type: 'EvaluationCorrected',
    data: {
      evaluationId: caseStudyAssessed().data.evaluationId,
      from: mark('14.5'),
      to: mark('15'),
      conduct: null,
      reason: { code: 'keying-error', text: null },
      authority: { code: 'examination-office', document: 'NOTE-12' },
      rules: RULES,
      ...changes,
    },
  };
}
