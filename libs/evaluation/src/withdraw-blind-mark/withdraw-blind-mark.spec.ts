import { candidacyStream } from '@minutier/candidacy';
import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import {
  ASSESSOR,
  CANDIDACY_ID,
  caseStudyAssessed,
  enrolled,
  PRESIDENT,
} from '../../../candidacy/src/candidacy.examples.js';
import { blindMarkSubmitted } from '../changes.examples.js';
import type { WithdrawBlindMark } from './withdraw-blind-mark.command.js';
import { withdrawBlindMark } from './withdraw-blind-mark.decide.js';

const { given } = specification(candidacyStream, withdrawBlindMark);
const { evaluationId } = caseStudyAssessed().data;
const authority = { code: 'examination-office', document: 'NOTE-12' } as const;
const withdrawing = (assessorId: string = ASSESSOR) =>
  commandWith<SealedCommand<WithdrawBlindMark>>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    evaluationId,
    assessorId,
    reason: 'keying-error',
    explanation: null,
    authority,
  });
const withdrawn = {
  type: 'BlindMarkWithdrawn' as const,
  data: { evaluationId, assessorId: ASSESSOR, reason: { code: 'keying-error' as const, text: null }, authority },
};

describe('taking back a blind mark', () => {
  it('says whose, why and on whose authority, and nothing of the mark', () => {
    given(enrolled(), blindMarkSubmitted()).when(withdrawing()).then(withdrawn);
  });

  it('is refused of an assessor who has none there, or who took it back', () => {
    given().when(withdrawing()).thenRefuses('CANDIDACY_NOT_FOUND');
    given(enrolled()).when(withdrawing()).thenRefuses('BLIND_MARK_UNKNOWN', '/assessorId');
    given(enrolled(), blindMarkSubmitted())
      .when(withdrawing(PRESIDENT))
      .thenRefuses('BLIND_MARK_UNKNOWN', '/assessorId');
    given(enrolled(), blindMarkSubmitted(), withdrawn)
      .when(withdrawing())
      .thenRefuses('BLIND_MARK_UNKNOWN', '/assessorId');
  });

  it('is refused once all are in: the evaluation is then corrected', () => {
    const origin = { kind: 'blind-marks', id: evaluationId, line: 2 } as const;
    given(enrolled(), blindMarkSubmitted(), caseStudyAssessed({ origin }))
      .when(withdrawing())
      .thenRefuses('BLIND_MARKS_COMPLETE');
  });
});
