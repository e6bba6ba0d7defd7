import { randomUUID } from 'node:crypto';

import { type NewEvent, streamName } from '@minutier/ledger';

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
