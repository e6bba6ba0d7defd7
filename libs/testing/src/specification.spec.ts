import { type Decision, refuse, type StreamDefinition } from '@minutier/ledger';

import { specification } from './specification.js';

type Counted = { type: 'Counted'; data: { readonly by: number; readonly note?: string | undefined } };
interface Count {
  total: number;
}

const counting: StreamDefinition<Count, Counted> = {
  category: 'count',
  initial: { total: 0 },
  types: { Counted: { version: 1 } },
  evolve: ({ total }, { data }) => ({ total: total + data.by }),
};

/** Counts up to a limit; the odd commands are the mistakes that a specification must see. */
function count(by: number, state: Count, limit: number): Decision<Counted, 'TOO_MANY' | 'NOT_A_SENTENCE'> {
  if (by === -1) state.total = 0;
  if (by === -2) return [{ type: 'Counted', data: { by: 1, note: undefined } }];
  if (by === -3) return refuse('NOT_A_SENTENCE', undefined, 'non', 'no');
  if (by === 0) return [];
  if (state.total + by > limit) return refuse('TOO_MANY', '/by', 'C’est trop.', 'That is too many.');
  return [{ type: 'Counted', data: { by } }];
}

const { given } = specification(counting, count);
const counted = (by: number): Counted => ({ type: 'Counted', data: { by } });

describe('a specification', () => {
  it('compares facts, refusals with their pointer, and nothing', () => {
    given(counted(2)).when(1, 3).then(counted(1));
    given(counted(2)).when(2, 3).thenRefuses('TOO_MANY', '/by');
    given().when(0, 3).thenNothing();
    expect(() => given().when(1, 3).then(counted(2))).toThrow();
    expect(() => given().when(1, 3).thenNothing()).toThrow();
    expect(() => given().when(1, 3).thenRefuses('TOO_MANY', '/by')).toThrow();
    expect(() => given().when(4, 3).thenRefuses('TOO_MANY')).toThrow();
    expect(() => given().when(4, 3).then(counted(4))).toThrow('refused: TOO_MANY at /by');
  });

  it('does not compile with a refusal that the command has not', () => {
    // @ts-expect-error -- a typo in the code
    expect(() => given().when(4, 3).thenRefuses('TOO_MANNY', '/by')).toThrow();
  });

  it('sees a decision that changes its arguments, a fact without canonical form, a refusal that is no sentence', () => {
    expect(() => given(counted(1)).when(-1, 3)).toThrow('read only');
    expect(() => given().when(-2, 3).facts()).toThrow('no canonical form');
    expect(() => given().when(-3, 3).thenRefuses('NOT_A_SENTENCE')).toThrow();
  });
});
