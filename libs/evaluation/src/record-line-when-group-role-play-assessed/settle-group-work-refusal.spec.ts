import { candidacyStream } from '@minutier/candidacy';
import { commandContext, commandWith, logged, specification } from '@minutier/testing';

import { CANDIDACY_ID, enrolled } from '../../../candidacy/src/candidacy.examples.js';
import { GROUP_WORK_ID, lineRefused, lineSettled } from '../groupwork.examples.js';
import { recordLineWhenGroupRolePlayAssessed } from './record-line-when-group-role-play-assessed.reactor.js';
import type { SettleGroupWorkRefusal } from './settle-group-work-refusal.command.js';
import { settleGroupWorkRefusal } from './settle-group-work-refusal.decide.js';

const { given } = specification(candidacyStream, settleGroupWorkRefusal);
const settling = (line = 1) =>
  commandWith<SettleGroupWorkRefusal>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    groupWorkId: GROUP_WORK_ID,
    line,
    settlement: 'recorded-otherwise',
  });
const origin = { kind: 'group-work', id: GROUP_WORK_ID, line: 1 } as const;
const settled = { type: 'RefusalSettled', data: { origin, settlement: 'recorded-otherwise' } } as const;

describe('a refusal that a person settled', () => {
  it('is told to the candidacy of the member', () => {
    const event = lineSettled(1, { settlement: 'recorded-otherwise' });
    const asked = recordLineWhenGroupRolePlayAssessed.react(logged(`groupwork-${GROUP_WORK_ID}`, event));
    expect(asked.map(({ stream }) => stream)).toEqual([`candidacy-${CANDIDACY_ID}`]);
    expect(asked[0]!.command(commandContext())).toEqual({ ...settling() });
  });

  it('is settled there, and keeps the marks from being frozen no more', () => {
    const story = [enrolled(), lineRefused(1, 'SESSION_CLOSED')] as const;
    given(...story)
      .when(settling())
      .then(settled);
    const after = [...story, settled].reduce(candidacyStream.evolve, candidacyStream.initial);
    expect(after).toMatchObject({ refusals: new Map() });
  });

  it('stays as it is where it is not open', () => {
    given(enrolled()).when(settling()).thenNothing();
    given(enrolled(), lineRefused(1, 'SESSION_CLOSED'), settled).when(settling()).thenNothing();
    given(enrolled(), lineRefused(2, 'SESSION_CLOSED')).when(settling()).thenNothing();
    given().when(settling()).thenNothing();
  });
});
