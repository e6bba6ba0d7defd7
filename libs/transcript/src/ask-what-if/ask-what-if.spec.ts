import { type Rules, rulesStream } from '@minutier/framework';
import { isRefusal } from '@minutier/ledger';
import { commandContext } from '@minutier/testing';
import fc from 'fast-check';

import { framework } from '../../../framework/src/framework.examples.js';
import { adopted, DEMONSTRATION, rules } from '../../../framework/src/rules.examples.js';
import { someDrafts, someMarks } from '../random-rules.examples.js';
import { transcriptResults } from '../results.js';
import { everyEvaluation } from '../transcript.examples.js';
import type { AskWhatIf } from './ask-what-if.command.js';
import { refusedMarked, rulesAsked, whatIfResult } from './ask-what-if.decide.js';

const adoptions = adopted(DEMONSTRATION).reduce(rulesStream.evolve, rulesStream.initial);
const authority = { code: 'pedagogical-council' as const };
const draft = {
  ...DEMONSTRATION,
  blockRule: { threshold: '13', functionFloor: '8' },
  authority,
  adoptedOn: '2018-06-28',
};
const asked = (question: Partial<AskWhatIf>) =>
  rulesAsked({ rulesId: 'reglement-28684', context: commandContext(), ...question }, adoptions, framework());
const refusedBy = (question: Partial<AskWhatIf>) => {
  const answer = asked(question);
  return isRefusal(answer) ? [answer.refused, answer.pointer] : undefined;
};

describe('asking «what if»', () => {
  it('takes a version that is adopted', () => {
    expect(asked({ version: 1 })).toBe(adoptions.versions[0]);
  });

  it('takes a draft, which is decided as an adoption would be and adopted by nobody', () => {
    expect(asked({ draft: draft as never })).toMatchObject({ version: 2, blockRule: { threshold: '13' } });
    expect(adoptions.versions).toHaveLength(1);
  });

  it('compares what would be proposed, not how', () => {
    const marks = { route: 'CQ', evaluations: everyEvaluation('12') };
    const [now, then] = [
      adoptions.versions[0]!,
      asked({ draft: draft as never }) as (typeof adoptions.versions)[0],
    ].map((one) => whatIfResult(transcriptResults(framework(), one, marks)));
    expect([now!.outcome, then!.outcome]).toEqual(['admitted', 'not-admitted']);
  });

  it('is refused without a version or a draft, or with both', () => {
    expect(refusedBy({})).toEqual(['WHAT_IF_NEEDS_ONE', undefined]);
    expect(refusedBy({ version: 1, draft: draft as never })).toEqual(['WHAT_IF_NEEDS_ONE', undefined]);
  });

  it('is refused for a version that is not adopted, or for another framework', () => {
    expect(refusedBy({ version: 4 })).toEqual(['RULES_NOT_ADOPTED', '/version']);
    const other = rulesAsked(
      { rulesId: 'reglement-28684', context: commandContext(), version: 1 },
      adoptions,
      framework({ version: 2 }),
    );
    expect(other).toMatchObject({ refused: 'RULES_OF_ANOTHER_FRAMEWORK', pointer: '/version' });
  });

  it('is refused of rules that have not the scale of a mark, as those of the cohort could not be replaced by them', () => {
    const files = [{ evaluations: everyEvaluation('12') }];
    const scales = [{ code: 'hundred', kind: 'numeric', min: '0', max: '100', step: '1' }];
    const other = rules({ scales: scales as never, blockRule: { threshold: '50' } });
    const refused = (question: Pick<AskWhatIf, 'draft'>, under: Rules) =>
      refusedMarked(question, under, files)?.pointer;
    expect([refused({ draft: {} as never }, other), refused({}, other)]).toEqual(['/draft/scales', '/version']);
    expect(refusedMarked({}, adoptions.versions[0]!, files)).toBeUndefined();
  });

  it('changes neither the adoptions nor the marks, whatever is asked', () => {
    const story = fc
      .tuple(someDrafts, someDrafts)
      .chain(([now, then]) => fc.tuple(fc.constant([now, then]), someMarks(rules(now))));
    fc.assert(
      fc.property(story, ([[now, then], marks]) => {
        const standing = adopted(now).reduce(rulesStream.evolve, rulesStream.initial);
        const before = structuredClone({ standing, marks });
        const question = { rulesId: 'reglement-28684', context: commandContext() };
        const asking = { ...question, draft: { ...then, authority, adoptedOn: '2018-06-28' } as never };
        const answers = [1, 2].map(() => {
          const under = rulesAsked(asking, standing, framework()) as Rules;
          return whatIfResult(transcriptResults(framework(), under, marks));
        });
        expect(answers[0]).toEqual(answers[1]);
        expect({ standing, marks }).toEqual(before);
        expect(answers[0]).toEqual(whatIfResult(transcriptResults(framework(), { ...rules(then), version: 2 }, marks)));
      }),
      { numRuns: 50 },
    );
  });

  it('refuses a draft as an adoption would be refused, pointing into it', () => {
    const wrong = { ...draft, referenceScale: 'hundred' };
    expect(refusedBy({ draft: wrong as never })?.[1]).toMatch(/^\/draft\//);
  });
});
