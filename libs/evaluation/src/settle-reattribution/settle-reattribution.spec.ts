import { commandContext, commandWith, specification } from '@minutier/testing';

import { FILES, REATTRIBUTION_ID } from '../reattribution.examples.js';
import { reattributionDecided, refusalReported, refusalSettled } from '../reattribution-story.examples.js';
import { type Reattribution, reattributionStream } from '../reattribution.state.js';
import type { SettleReattribution } from './settle-reattribution.command.js';
import { settleReattribution } from './settle-reattribution.decide.js';

const { given } = specification(reattributionStream, settleReattribution);
const [FIRST, SECOND] = FILES;
const CONTRARY = '5f0f3c1e-0000-5000-8000-0000000000e2';
const none: Reattribution = { status: 'absent' };
const contrary = reattributionStream.evolve(none, reattributionDecided());

const settling = (changes: Partial<SettleReattribution> = {}) =>
  commandWith<SettleReattribution>({
    context: commandContext(),
    reattributionId: REATTRIBUTION_ID,
    candidacyId: SECOND,
    settlement: 'tried-again',
    reason: 'cause-removed',
    authority: { code: 'examination-office', document: 'NOTE-2019-12' },
    ...changes,
  });
const refused = given(reattributionDecided(), refusalReported());

describe('settling what a file refused', () => {
  it('has its moves tried again, or says that they were recorded otherwise', () => {
    refused.when(settling(), none).then(refusalSettled());
    refused
      .when(settling({ settlement: 'recorded-otherwise', reason: 'decided-in-error' }), none)
      .then(refusalSettled({ settlement: 'recorded-otherwise', reason: { code: 'decided-in-error', text: null } }));
  });

  it('names the contrary decision where it was reversed, and only there', () => {
    refused
      .when(settling({ settlement: 'reversed', reversedBy: CONTRARY }), contrary)
      .then(refusalSettled({ settlement: 'reversed', reversedBy: CONTRARY }));
    refused.when(settling({ settlement: 'reversed' }), none).thenRefuses('REVERSAL_MISMATCH', '/reversedBy');
    refused
      .when(settling({ settlement: 'reversed', reversedBy: CONTRARY }), none)
      .thenRefuses('REVERSAL_MISMATCH', '/reversedBy');
    refused
      .when(settling({ settlement: 'reversed', reversedBy: REATTRIBUTION_ID }), contrary)
      .thenRefuses('REVERSAL_MISMATCH', '/reversedBy');
    refused.when(settling({ reversedBy: CONTRARY }), contrary).thenRefuses('REVERSAL_MISMATCH', '/reversedBy');
  });

  it('is refused where nothing was refused, or it is settled', () => {
    given().when(settling(), none).thenRefuses('REATTRIBUTION_NOT_FOUND');
    refused.when(settling({ candidacyId: FIRST }), none).thenRefuses('NO_REFUSED_MOVE', '/candidacyId');
    given(reattributionDecided(), refusalReported(), refusalSettled())
      .when(settling(), none)
      .thenRefuses('ALREADY_SETTLED', '/candidacyId');
  });

  it('is possible again once moves tried again were refused again', () => {
    given(reattributionDecided(), refusalReported(), refusalSettled(), refusalReported())
      .when(settling(), none)
      .then(refusalSettled());
  });
});
