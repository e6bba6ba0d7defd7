import { derivedId, refuse } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { CANDIDACY_ID, caseStudyAssessed, enrolled, mark } from '../candidacy.examples.js';
import type { CandidacyEvent } from '../candidacy.events.js';
import { candidacyStream } from '../candidacy.state.js';
import {
  digest,
  EVIDENCE_ID,
  evidenceAttached,
  evidencePurged,
  evidenceReplaced,
  evidenceWithdrawn,
  named,
} from '../evidence.examples.js';
import type { AttachEvidence } from './attach-evidence.command.js';
import { attachEvidence } from './attach-evidence.decide.js';

const { given } = specification(candidacyStream, attachEvidence);
const { evaluationId } = caseStudyAssessed().data;
const STANDING: readonly CandidacyEvent[] = [enrolled(), caseStudyAssessed()];
const EARLIER = derivedId('evidence', 'an earlier command');

/** The command that brings about the piece of the examples. */
function attaching(changes: Partial<AttachEvidence> = {}): AttachEvidence {
  const { about, what, mediaType, retentionClass } = evidenceAttached().data;
  const fields = { context: commandContext(), candidacyId: CANDIDACY_ID, about, what, mediaType, retentionClass };
  return commandWith<AttachEvidence>({ ...fields, ...changes });
}

describe('putting a piece under a mark', () => {
  it('states what it is, what it supports, where its file lies, and the file’s keyed digest', () => {
    given(...STANDING)
      .when(attaching(), named())
      .then(evidenceAttached());
  });

  it('takes a file that the institution keeps elsewhere', () => {
    const elsewhere = { place: 'coffre-2019/000417', sizeBytes: 12 };
    given(...STANDING)
      .when(attaching(), named({ ...elsewhere, isOurs: false }))
      .then(evidenceAttached(elsewhere));
  });

  it('still supports an evaluation that was voided: its papers are asked for first', () => {
    const voided: CandidacyEvent = {
      type: 'EvaluationVoided',
      data: {
        ...{ evaluationId, from: mark('14.5'), origin: null, sanctionId: null },
        ...{ reason: { code: 'irregular', text: null }, authority: { code: 'director', document: null } },
      },
    };
    given(...STANDING, voided)
      .when(attaching(), named())
      .then(evidenceAttached());
  });

  it('supports the enrolment under the candidacy’s own id', () => {
    const about = { kind: 'enrolment', id: CANDIDACY_ID } as const;
    given(enrolled()).when(attaching({ about }), named()).then(evidenceAttached({ about }));
  });

  it('is refused for a candidacy that does not exist', () => {
    given().when(attaching(), named()).thenRefuses('CANDIDACY_NOT_FOUND');
  });

  it.each([
    'evaluation',
    'enrolment',
    'equivalence',
    'validation-file',
    'incident',
    'sanction',
    'summons',
    'decision',
    'appeal',
    'accommodation',
  ] as const)('is refused under a %s that is not in the file', (kind) => {
    const about = { kind, id: EVIDENCE_ID };
    given(...STANDING)
      .when(attaching({ about }), named())
      .thenRefuses('SUBJECT_OF_EVIDENCE_UNKNOWN', '/about/id');
  });

  it('is refused under another kind than that of the id', () => {
    given(...STANDING)
      .when(attaching({ about: { kind: 'incident', id: evaluationId } }), named())
      .thenRefuses('SUBJECT_OF_EVIDENCE_UNKNOWN', '/about/id');
  });

  it('is refused as the handler found no file', () => {
    const unknown = refuse('EVIDENCE_FILE_UNKNOWN', '/fileId', 'Aucun fichier.', 'No file.');
    given(...STANDING)
      .when(attaching(), unknown)
      .thenRefuses('EVIDENCE_FILE_UNKNOWN', '/fileId');
  });

  it('is refused twice under the same fact', () => {
    given(...STANDING, evidenceAttached({ evidenceId: EARLIER }))
      .when(attaching(), named({ place: 'evidence/another-upload' }))
      .thenRefuses('EVIDENCE_ALREADY_ATTACHED');
  });

  it('takes the same content under another fact, or again once it stands no more', () => {
    const before = evidenceAttached({ evidenceId: EARLIER, place: 'evidence/before' });
    const about = { kind: 'enrolment', id: CANDIDACY_ID } as const;
    given(...STANDING, before)
      .when(attaching({ about }), named())
      .then(evidenceAttached({ about }));
    for (const since of [
      evidenceWithdrawn(EARLIER),
      evidenceReplaced({ replaces: EARLIER }),
      evidencePurged({ evidenceId: EARLIER }),
    ])
      given(...STANDING, before, since)
        .when(attaching(), named())
        .then(evidenceAttached());
  });

  it('is refused where the file lies under another piece: destroying the one would take the other’s', () => {
    const before = evidenceAttached({ evidenceId: EARLIER, digest: digest('7f') });
    given(...STANDING, before)
      .when(attaching(), named())
      .thenRefuses('EVIDENCE_FILE_TAKEN', '/fileId');
    given(...STANDING, before, evidenceWithdrawn(EARLIER))
      .when(attaching(), named())
      .thenRefuses('EVIDENCE_FILE_TAKEN', '/fileId');
  });

  it('lets one file kept elsewhere support several facts', () => {
    const place = 'coffre-2019/000417';
    const about = { kind: 'enrolment', id: CANDIDACY_ID } as const;
    given(...STANDING, evidenceAttached({ evidenceId: EARLIER, place }))
      .when(attaching({ about }), named({ place, isOurs: false }))
      .then(evidenceAttached({ about, place }));
  });
});
