import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { CANDIDACY_ID, enrolled } from '../candidacy.examples.js';
import { candidacyStream } from '../candidacy.state.js';
import { marksFrozen } from '../discipline.examples.js';
import type { MarksUnfrozen } from '../marks.events.js';
import type { UnfreezeMarks } from './unfreeze-marks.command.js';
import { unfreezeMarks } from './unfreeze-marks.decide.js';

const { given } = specification(candidacyStream, unfreezeMarks);
const unfreezing = commandWith<SealedCommand<UnfreezeMarks>>({
  context: commandContext(),
  candidacyId: CANDIDACY_ID,
  session: 1,
  reason: 'late-mark',
  explanation: null,
  authority: { code: 'director', document: 'NOTE-13' },
});
const unfrozen: MarksUnfrozen = {
  type: 'MarksUnfrozen',
  data: {
    session: 1,
    reason: { code: 'late-mark', text: null },
    authority: { code: 'director', document: 'NOTE-13' },
  },
};

describe('lifting a freeze', () => {
  it('says why, and on whose authority', () => {
    given(enrolled(), marksFrozen()).when(unfreezing).then(unfrozen);
  });

  it('is refused where the marks of that session are not frozen', () => {
    given(enrolled(), marksFrozen({ session: 2 }))
      .when(unfreezing)
      .thenRefuses('NOT_FROZEN');
    given(enrolled(), marksFrozen(), unfrozen).when(unfreezing).thenRefuses('NOT_FROZEN');
  });

  it('is refused in a candidacy that does not exist', () => {
    given().when(unfreezing).thenRefuses('CANDIDACY_NOT_FOUND');
  });
});
