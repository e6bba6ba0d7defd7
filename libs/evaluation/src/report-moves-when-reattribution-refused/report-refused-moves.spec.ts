import { commandContext, commandWith, logged, specification } from '@minutier/testing';

import { FILES, REATTRIBUTION_ID } from '../reattribution.examples.js';
import { reattributionDecided, refusalReported, refusalSettled } from '../reattribution-story.examples.js';
import { reattributionStream } from '../reattribution.state.js';
import { reportMovesWhenReattributionRefused } from './report-moves-when-reattribution-refused.reactor.js';
import type { ReportRefusedMoves } from './report-refused-moves.command.js';
import { reportRefusedMoves } from './report-refused-moves.decide.js';

const { given } = specification(reattributionStream, reportRefusedMoves);
const [, SECOND] = FILES;
const facts = { reattributionId: REATTRIBUTION_ID, moves: [1, 2], refused: 'MARKS_FROZEN' };
const reporting = () => commandWith<ReportRefusedMoves>({ context: commandContext(), ...facts, candidacyId: SECOND });

describe('moves that a file refused', () => {
  it('are told to the reattribution', () => {
    const { react, reads, name } = reportMovesWhenReattributionRefused;
    const asked = react(logged(`candidacy-${SECOND}`, { type: 'ReattributionRefused', data: facts }));
    expect([name, reads]).toEqual(['report-moves-when-reattribution-refused', ['ReattributionRefused']]);
    expect(asked.map(({ stream }) => stream)).toEqual([`reattribution-${REATTRIBUTION_ID}`]);
    expect(asked[0]!.command(commandContext())).toEqual({ ...reporting() });
  });

  it('are reported there, where a person finds them, and once', () => {
    given(reattributionDecided()).when(reporting()).then(refusalReported());
    given(reattributionDecided(), refusalReported()).when(reporting()).thenNothing();
  });

  it('are reported again where they were tried again', () => {
    given(reattributionDecided(), refusalReported(), refusalSettled()).when(reporting()).then(refusalReported());
  });

  it('are not news to a reattribution that was never decided', () => {
    given().when(reporting()).thenNothing();
  });
});
