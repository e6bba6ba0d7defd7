import fc from 'fast-check';

import { framework } from '../../framework/src/framework.examples.js';
import { calculated } from './fraction-transcript.examples.js';
import { someMarks, someRules } from './random-rules.examples.js';
import { transcriptResults } from './results.js';

/**
 * Goal: the printed results are those of exact arithmetic. Method: the same transcript is calculated a second time, in
 * whole-number fractions and from the wording of the rules alone, for random rules, marks and recognitions.
 */
describe('the arithmetic of a transcript', () => {
  it('agrees with a calculation in fractions, whatever the rules, the marks and what is recognised', () => {
    const story = someRules.chain((adopted) => fc.tuple(fc.constant(adopted), someMarks(adopted)));
    const outcomes = new Map<string, number>();
    fc.assert(
      fc.property(story, ([adopted, marks]) => {
        const { blocks, overall, proposed } = transcriptResults(framework(), adopted, marks);
        const shown = blocks.map(({ origin, result, proposed: block, functions }) => ({
          origin,
          result,
          proposed: block,
          functions: functions.map((one) => one.result),
        }));
        expect({ blocks: shown, overall, outcome: proposed.outcome }).toEqual(calculated(adopted, marks));
        const validated = shown.flatMap((block, at) => (block.proposed === 'validated' ? [blocks[at]!.code] : []));
        expect(proposed.validatedBlocks).toEqual(validated);
        outcomes.set(proposed.outcome, (outcomes.get(proposed.outcome) ?? 0) + 1);
      }),
      { numRuns: 250 },
    );
    expect([...outcomes.keys()].sort()).toEqual(['admitted', 'not-admitted', 'open', 'partial']);
  });
});
