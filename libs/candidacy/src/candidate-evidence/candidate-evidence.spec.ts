import { logged, projected } from '@minutier/testing';

import { CANDIDACY_ID, enrolled } from '../candidacy.examples.js';
import {
  EVIDENCE_ID,
  evidenceAttached,
  evidencePurged,
  evidenceReplaced,
  evidenceWithdrawn,
} from '../evidence.examples.js';
import { candidateEvidence } from './candidate-evidence.projection.js';

const list = (...facts: readonly { type: string; data: object }[]) =>
  projected(
    candidateEvidence,
    facts.map((fact, revision) => logged(`candidacy-${CANDIDACY_ID}`, fact, { revision })),
  ).get(CANDIDACY_ID)!.pieces;

describe('the pieces of a candidate’s file', () => {
  it('are none at first', () => {
    expect(list(enrolled())).toEqual([]);
  });

  it('are shown with what they support, and who put them there', () => {
    expect(list(enrolled(), evidenceAttached())).toEqual([
      {
        ...evidenceAttached().data,
        standing: 'attached',
        replaces: null,
        replacedBy: null,
        withdrawn: null,
        purged: null,
        eventId: expect.any(String),
        recordedBy: expect.objectContaining({ role: 'registrar' }),
        recordedAt: '2019-07-01T08:00:00.000Z',
      },
    ]);
  });

  it('show a replacement beside what it replaced, under the same fact', () => {
    const { evidenceId, place, digest } = evidenceReplaced().data;
    const { about, what, retentionClass } = evidenceAttached().data;
    expect(list(enrolled(), evidenceAttached(), evidenceReplaced())).toMatchObject([
      { evidenceId: EVIDENCE_ID, standing: 'replaced', replacedBy: evidenceId, place: evidenceAttached().data.place },
      {
        ...{ evidenceId, place, digest, about, what, retentionClass, standing: 'attached', replacedBy: null },
        replaces: { evidenceId: EVIDENCE_ID, reason: { code: 'unreadable' }, authority: { document: 'NOTE-12' } },
      },
    ]);
  });

  it('stay named when they are withdrawn, and when their file is destroyed', () => {
    expect(list(enrolled(), evidenceAttached(), evidenceWithdrawn(), evidencePurged())).toMatchObject([
      {
        standing: 'withdrawn',
        withdrawn: { reason: { code: 'wrong-candidate' } },
        purged: { purgedOn: '2019-07-01', basis: 'retention-ended', erasureId: null },
      },
    ]);
  });

  it('outlive a second enrolment of the same person', () => {
    expect(list(enrolled(), evidenceAttached(), enrolled())).toHaveLength(1);
  });
});
