import { isRefusal } from '@minutier/ledger';
import { commandContext } from '@minutier/testing';

import { framework } from '../../../framework/src/framework.examples.js';
import { adopted, DEMONSTRATION } from '../../../framework/src/rules.examples.js';
import { rulesStream } from '@minutier/framework';
import { transcriptResults } from '../results.js';
import { everyEvaluation } from '../transcript.examples.js';
import type { AskWhatIf } from './ask-what-if.command.js';
import { rulesAsked, whatIfResult } from './ask-what-if.decide.js';

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

  it('refuses a draft as an adoption would be refused, pointing into it', () => {
    const wrong = { ...draft, referenceScale: 'hundred' };
    expect(refusedBy({ draft: wrong as never })?.[1]).toMatch(/^\/draft\//);
  });
});
