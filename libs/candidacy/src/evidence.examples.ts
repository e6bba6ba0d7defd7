import { derivedId, type KeyedDigest } from '@minutier/ledger';
import { commandContext } from '@minutier/testing';

import { caseStudyAssessed } from './candidacy.examples.js';
import type { EvidenceAttached, EvidencePurged, EvidenceReplaced, EvidenceWithdrawn } from './discipline.events.js';
import type { NamedFile } from './evidence-refusals.js';

const KEY_ID = '5f0f3c1e-0000-4000-8000-0000000000b2';
/** The piece that the context of specs attaches. */
export const EVIDENCE_ID = derivedId('evidence', commandContext().commandId);
export const FILE_ID = '5f0f3c1e-2019-5000-8000-000000000f11';

export const digest = (digits = '5d'): KeyedDigest => ({
  alg: 'HMAC-SHA-256',
  keyId: KEY_ID,
  value: digits.repeat(32),
});

/** A file as the handler finds it: received here, unless `changes` say otherwise. */
export function named(changes: Partial<Extract<NamedFile, { digest: unknown }>> = {}): NamedFile {
  return { digest: digest(), sizeBytes: 184_213, place: `evidence/${FILE_ID}`, isOurs: true, ...changes };
}

/** The copy under the case study of the examples. */
export function evidenceAttached(changes: Partial<EvidenceAttached['data']> = {}): EvidenceAttached {
  return {
    type: 'EvidenceAttached',
    data: {
      evidenceId: EVIDENCE_ID,
      about: { kind: 'evaluation', id: caseStudyAssessed().data.evaluationId },
      what: 'copy',
      digest: digest(),
      mediaType: 'application/pdf',
      sizeBytes: 184_213,
      place: `evidence/${FILE_ID}`,
      retentionClass: 'copies',
      ...changes,
    },
  };
}

const authority = { code: 'examination-office', document: 'NOTE-12' } as const;

/** A file that takes the place of another: of the copy, unless `changes` say otherwise. */
export function evidenceReplaced(changes: Partial<EvidenceReplaced['data']> = {}): EvidenceReplaced {
  return {
    type: 'EvidenceReplaced',
    data: {
      evidenceId: derivedId('evidence', 'another command'),
      replaces: EVIDENCE_ID,
      digest: digest('6e'),
      mediaType: 'application/pdf',
      sizeBytes: 201_004,
      place: 'coffre-2019/000418',
      reason: { code: 'unreadable', text: null },
      authority,
      ...changes,
    },
  };
}

export function evidenceWithdrawn(evidenceId = EVIDENCE_ID): EvidenceWithdrawn {
  return {
    type: 'EvidenceWithdrawn',
    data: { evidenceId, reason: { code: 'wrong-candidate', text: null }, authority },
  };
}

export function evidencePurged(changes: Partial<EvidencePurged['data']> = {}): EvidencePurged {
  const purge = { purgedOn: '2019-07-01', basis: 'retention-ended', erasureId: null, authority } as const;
  return { type: 'EvidencePurged', data: { evidenceId: EVIDENCE_ID, ...purge, ...changes } };
}
