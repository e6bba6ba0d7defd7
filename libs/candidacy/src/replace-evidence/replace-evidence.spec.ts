import { derivedId, refuse, type SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { CANDIDACY_ID, caseStudyAssessed, enrolled, sealed } from '../candidacy.examples.js';
import type { CandidacyEvent } from '../candidacy.events.js';
import { candidacyStream } from '../candidacy.state.js';
import { digest, evidenceAttached, evidenceReplaced, evidenceWithdrawn, named } from '../evidence.examples.js';
import type { ReplaceEvidence } from './replace-evidence.command.js';
import { replaceEvidence } from './replace-evidence.decide.js';

const { given } = specification(candidacyStream, replaceEvidence);
const FIRST = derivedId('evidence', 'the first command');
const STANDING: readonly CandidacyEvent[] = [
  enrolled(),
  caseStudyAssessed(),
  evidenceAttached({ evidenceId: FIRST, place: 'evidence/first' }),
];
const better = named({ digest: digest('6e'), sizeBytes: 201_004, place: 'coffre-2019/000418', isOurs: false });
const replaced = (changes: Parameters<typeof evidenceReplaced>[0] = {}) =>
  evidenceReplaced({ evidenceId: derivedId('evidence', commandContext().commandId), replaces: FIRST, ...changes });

function replacing(changes: Partial<SealedCommand<ReplaceEvidence>> = {}) {
  return commandWith<SealedCommand<ReplaceEvidence>>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    evidenceId: FIRST,
    mediaType: 'application/pdf',
    reason: 'unreadable',
    explanation: null,
    authority: { code: 'examination-office', document: 'NOTE-12' },
    ...changes,
  });
}

describe('replacing a piece', () => {
  it('names the new file and the one whose place it takes, with the reason', () => {
    given(...STANDING)
      .when(replacing(), better)
      .then(replaced());
  });

  it('keeps the reason in words, sealed', () => {
    const explanation = sealed('Page 3 illisible');
    given(...STANDING)
      .when(replacing({ explanation }), better)
      .then(replaced({ reason: { code: 'unreadable', text: explanation } }));
  });

  it('puts the new piece under the fact of the old one', () => {
    const [event] = given(...STANDING)
      .when(replacing(), better)
      .facts();
    const after = [...STANDING, event!].reduce(candidacyStream.evolve, candidacyStream.initial);
    const pieces = after.status === 'enrolled' ? [...after.evidence.values()] : [];
    expect(pieces.map(({ standing, about }) => [standing, about.id])).toEqual([
      ['replaced', caseStudyAssessed().data.evaluationId],
      ['attached', caseStudyAssessed().data.evaluationId],
    ]);
  });

  it('is refused for a candidacy or a piece that does not exist', () => {
    given().when(replacing(), better).thenRefuses('CANDIDACY_NOT_FOUND');
    given(enrolled()).when(replacing(), better).thenRefuses('EVIDENCE_UNKNOWN');
  });

  it('is refused where it was replaced or withdrawn before', () => {
    given(...STANDING, evidenceReplaced({ replaces: FIRST, digest: digest('99') }))
      .when(replacing(), better)
      .thenRefuses('EVIDENCE_ALREADY_REPLACED');
    given(...STANDING, evidenceWithdrawn(FIRST))
      .when(replacing(), better)
      .thenRefuses('EVIDENCE_ALREADY_WITHDRAWN');
  });

  it('is refused by the same file, by another piece’s, or without one', () => {
    given(...STANDING)
      .when(replacing(), named({ place: 'evidence/second' }))
      .thenRefuses('EVIDENCE_ALREADY_ATTACHED');
    given(...STANDING)
      .when(replacing(), named({ digest: digest('6e'), place: 'evidence/first' }))
      .thenRefuses('EVIDENCE_FILE_TAKEN', '/fileId');
    given(...STANDING)
      .when(replacing(), refuse('EVIDENCE_FILE_UNNAMED', undefined, 'Aucun.', 'None.'))
      .thenRefuses('EVIDENCE_FILE_UNNAMED');
  });
});
