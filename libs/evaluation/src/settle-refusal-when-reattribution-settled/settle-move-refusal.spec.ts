import { candidacyStream } from '@minutier/candidacy';
import { commandContext, commandWith, logged, specification } from '@minutier/testing';

import { CANDIDACY_ID, enrolled } from '../../../candidacy/src/candidacy.examples.js';
import { REATTRIBUTION_ID } from '../reattribution.examples.js';
import { refusalSettled } from '../reattribution-story.examples.js';
import type { SettleMoveRefusal } from './settle-move-refusal.command.js';
import { settleMoveRefusal } from './settle-move-refusal.decide.js';
import { settleRefusalWhenReattributionSettled } from './settle-refusal-when-reattribution-settled.reactor.js';

const { given } = specification(candidacyStream, settleMoveRefusal);
const settling = () =>
  commandWith<SettleMoveRefusal>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    reattributionId: REATTRIBUTION_ID,
    settlement: 'reversed',
  });
const refused = {
  type: 'ReattributionRefused' as const,
  data: { reattributionId: REATTRIBUTION_ID, moves: [1, 2], refused: 'MARKS_FROZEN' },
};
const settled = {
  type: 'RefusalSettled' as const,
  data: {
    origin: { kind: 'reattribution' as const, id: REATTRIBUTION_ID, line: null },
    settlement: 'reversed' as const,
  },
};

describe('a refusal that a person settled', () => {
  it('is closed in the file, where it is not tried again', () => {
    const { name, reads, react } = settleRefusalWhenReattributionSettled;
    const ours = `reattribution-${REATTRIBUTION_ID}`;
    const asked = react(logged(ours, refusalSettled({ candidacyId: CANDIDACY_ID, settlement: 'reversed' })));
    expect([name, reads]).toEqual(['settle-refusal-when-reattribution-settled', ['ReattributionSettled']]);
    expect(asked.map(({ stream }) => stream)).toEqual([`candidacy-${CANDIDACY_ID}`]);
    expect(asked[0]!.command(commandContext())).toEqual({ ...settling() });
    expect(react(logged(ours, refusalSettled()))).toEqual([]);
  });

  it('no longer waits there', () => {
    given(enrolled(), refused).when(settling()).then(settled);
  });

  it('stays as it is where it is not open', () => {
    given(enrolled()).when(settling()).thenNothing();
    given(enrolled(), refused, settled).when(settling()).thenNothing();
    given(refused).when(settling()).thenNothing();
  });
});
