import { randomUUID } from 'node:crypto';

import { type CandidacyEvent, type CaseStudyAssessed, evaluationIdOf } from '@minutier/candidacy';
import { type NewEvent, splitStreamName, type StreamName, streamName } from '@minutier/ledger';

const LEDGER = randomUUID();
const ACTOR = randomUUID();

/** A stream as a candidacy's. */
export function madeStream() {
  return streamName('candidacy', randomUUID());
}

/** An event of the size that a recorded evaluation has: about 600 bytes of data and 450 of metadata. */
export function madeEvent(number: number): NewEvent {
  const id = randomUUID();
  return {
    id,
    type: 'CaseStudyAssessed',
    version: 1,
    data: {
      evaluationId: id,
      modality: `F${(number % 9) + 1}-M1`,
      occurrence: 1,
      attempt: 1,
      entry: 1,
      session: 1,
      centreId: null,
      heldOn: '2019-01-15',
      outcome: { kind: 'result', result: { scale: 'twenty', value: `${number % 20}.25` } },
      conduct: {
        assessors: [{ assessorId: ACTOR, result: null, grid: null }],
        agreedBy: 'single',
        written: true,
        oral: false,
        language: 'fr',
        sittingId: null,
      },
      facts: { subjectCode: 'EC-2019-03', subject: null },
      appreciation: null,
      accommodationIds: [],
      origin: null,
      rules: { id: 'reglement-28684', version: 1 },
    },
    meta: {
      commandId: id,
      commandDigest: 'b'.repeat(64),
      correlationId: id,
      causationId: id,
      actor: { id: ACTOR, role: 'assessor', authentication: 'none' },
      recordedAt: new Date().toISOString(),
      ledger: LEDGER,
    },
  };
}

/** Events that an average candidacy comes to: its enrolment, its evaluations, and every eighth a correction of the one before. */
export const EVENTS_PER_CANDIDACY = 100;
const CORRECTED_EVERY = 8;
const CANDIDACIES_PER_COHORT = 25;
const COHORTS = randomUUID().slice(0, 24);
const FIRST_RECORDED_AT = Date.UTC(2018, 9, 1);

/** When the event of this ordinal was recorded: one a minute. */
export function recordedAtOf(ordinal: number): string {
  return new Date(FIRST_RECORDED_AT + ordinal * 60_000).toISOString();
}

/** The evaluation that a candidacy's event of this revision records or corrects. */
export function evaluationAt(candidacyId: string, revision: number): string {
  const isCorrection = revision % CORRECTED_EVERY === CORRECTED_EVERY - 1;
  return evaluationIdOf(candidacyId, placeAt(isCorrection ? revision - 1 : revision));
}

/** The event of this revision of a candidacy; `ordinal` says when it was recorded. */
export function madeCandidacyEvent(stream: StreamName, revision: number, ordinal: number): NewEvent {
  const { id: candidacyId } = splitStreamName(stream);
  const event = madeEvent(revision);
  const meta = { ...event.meta, recordedAt: recordedAtOf(ordinal) };
  if (revision === 0) return { ...event, ...enrolled(candidacyId, ordinal), meta };
  const evaluationId = evaluationAt(candidacyId, revision);
  const assessed = event.data as CaseStudyAssessed['data'];
  if (revision % CORRECTED_EVERY < CORRECTED_EVERY - 1) {
    return { ...event, data: { ...assessed, ...placeAt(revision), evaluationId }, meta };
  }
  return { ...event, ...corrected(evaluationId, assessed), meta };
}

function placeAt(revision: number) {
  return { modality: `F${(revision % 9) + 1}-M1`, occurrence: Math.floor(revision / 9) + 1, attempt: 1, entry: 1 };
}

function enrolled(candidacyId: string, ordinal: number): CandidacyEvent {
  const cohort = Math.floor(ordinal / CANDIDACIES_PER_COHORT);
  return {
    type: 'Enrolled',
    data: {
      candidacyId,
      personId: randomUUID(),
      cohortId: COHORTS + String(cohort).padStart(12, '0'),
      route: 'CQ',
      enteredOn: '2018-10-01',
      entryProof: null,
      centreId: null,
      candidateNumber: String(ordinal).padStart(8, '0'),
      framework: { number: 'RNCP28684', version: 1 },
      ine: null,
      cpfFile: null,
    },
  };
}

function corrected(evaluationId: string, { outcome, rules }: CaseStudyAssessed['data']): CandidacyEvent {
  return {
    type: 'EvaluationCorrected',
    data: {
      evaluationId,
      from: outcome,
      to: { kind: 'result', result: { scale: 'twenty', value: '14.50' } },
      conduct: null,
      reason: { code: 'keying-error', text: null },
      authority: { code: 'director', document: null },
      rules,
    },
  };
}
