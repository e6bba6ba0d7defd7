import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { CANDIDACY_ID, caseStudyAssessed, enrolled } from '../candidacy.examples.js';
import { candidacyStream } from '../candidacy.state.js';
import { EVIDENCE_ID, evidenceAttached, evidenceReplaced, evidenceWithdrawn } from '../evidence.examples.js';
import type { WithdrawEvidence } from './withdraw-evidence.command.js';
import { withdrawEvidence } from './withdraw-evidence.decide.js';

const { given } = specification(candidacyStream, withdrawEvidence);
const withdrawing = commandWith<SealedCommand<WithdrawEvidence>>({
  context: commandContext(),
  candidacyId: CANDIDACY_ID,
  evidenceId: EVIDENCE_ID,
  reason: 'wrong-candidate',
  explanation: null,
  authority: { code: 'examination-office', document: 'NOTE-12' },
});

describe('withdrawing a piece', () => {
  it('says why and on whose authority', () => {
    given(enrolled(), caseStudyAssessed(), evidenceAttached()).when(withdrawing).then(evidenceWithdrawn());
  });

  it('also takes back one that was replaced: it was never this candidate’s', () => {
    given(enrolled(), caseStudyAssessed(), evidenceAttached(), evidenceReplaced())
      .when(withdrawing)
      .then(evidenceWithdrawn());
  });

  it('is refused for a candidacy or a piece that does not exist', () => {
    given().when(withdrawing).thenRefuses('CANDIDACY_NOT_FOUND');
    given(enrolled()).when(withdrawing).thenRefuses('EVIDENCE_UNKNOWN');
  });

  it('is refused a second time', () => {
    given(enrolled(), caseStudyAssessed(), evidenceAttached(), evidenceWithdrawn())
      .when(withdrawing)
      .thenRefuses('EVIDENCE_ALREADY_WITHDRAWN');
  });
});
