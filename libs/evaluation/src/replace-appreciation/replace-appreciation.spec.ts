import { candidacyStream } from '@minutier/candidacy';
import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { CANDIDACY_ID, caseStudyAssessed, enrolled, sealed } from '../../../candidacy/src/candidacy.examples.js';
import { broughtOver, frozen } from '../changes.examples.js';
import type { ReplaceAppreciation } from './replace-appreciation.command.js';
import { replaceAppreciation } from './replace-appreciation.decide.js';

const { given } = specification(candidacyStream, replaceAppreciation);
const { evaluationId } = caseStudyAssessed().data;
const authority = { code: 'data-protection-officer', document: 'DPO-2019-04' } as const;
const requestId = '5f0f3c1e-0000-5000-8000-0000000000e1';

const replacing = (changes: Partial<SealedCommand<ReplaceAppreciation>> = {}) =>
  commandWith<SealedCommand<ReplaceAppreciation>>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    evaluationId,
    appreciation: sealed('Travail soigné'),
    reason: 'rectified',
    explanation: null,
    authority,
    ...changes,
  });
const replaced = {
  evaluationId,
  appreciation: sealed('Travail soigné'),
  requestId: null,
  reason: { code: 'rectified', text: null },
  authority,
} as const;

describe('replacing the comment of an evaluation', () => {
  it('states the comment from now on, sealed, and the person’s request where there is one', () => {
    given(enrolled(), caseStudyAssessed({ appreciation: sealed('Bavard') }))
      .when(replacing({ requestId }))
      .then({ type: 'AppreciationReplaced', data: { ...replaced, requestId } });
  });

  it('may leave no comment', () => {
    given(enrolled(), caseStudyAssessed())
      .when(replacing({ appreciation: null }))
      .then({ type: 'AppreciationReplaced', data: { ...replaced, appreciation: null } });
  });

  it('is allowed after the freeze, since no result rests on it', () => {
    given(enrolled(), caseStudyAssessed(), frozen(1))
      .when(replacing())
      .then({ type: 'AppreciationReplaced', data: replaced });
  });

  it('is refused of what is not in force here', () => {
    given().when(replacing()).thenRefuses('CANDIDACY_NOT_FOUND');
    given(enrolled()).when(replacing()).thenRefuses('EVALUATION_NOT_FOUND');
    given(enrolled(), broughtOver()).when(replacing()).thenRefuses('CANDIDACY_TRANSFERRED');
  });
});
