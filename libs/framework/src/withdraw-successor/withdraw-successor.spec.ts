import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { published, succeeded } from '../framework.examples.js';
import { frameworkStream } from '../framework.state.js';
import type { WithdrawSuccessor } from './withdraw-successor.command.js';
import { withdrawSuccessor } from './withdraw-successor.decide.js';

const { given } = specification(frameworkStream, withdrawSuccessor);
const withdrawing = (successor = { number: 'RNCP35419', version: 1 }) =>
  commandWith<SealedCommand<WithdrawSuccessor>>({
    context: commandContext(),
    number: 'RNCP28684',
    version: 1,
    successor,
    reason: 'recorded-in-error',
    authority: { code: 'regulator' },
  });

describe('withdrawing a successor', () => {
  it('leaves none where it was the only one, and both facts readable', () => {
    const facts = given(...published(), succeeded())
      .when(withdrawing())
      .facts();
    expect(facts).toMatchObject([
      { type: 'FrameworkSuccessionWithdrawn', data: { version: 1, successor: { number: 'RNCP35419', version: 1 } } },
    ]);
    const state = [...published(), succeeded(), ...facts].reduce(frameworkStream.evolve, frameworkStream.initial);
    expect(state.successors).toEqual([]);
  });

  it('is refused for one that does not stand', () => {
    given(...published(), succeeded())
      .when(withdrawing({ number: 'RNCP35419', version: 2 }))
      .thenRefuses('SUCCESSOR_NOT_NAMED', '/successor');
    given(...published())
      .when(withdrawing())
      .thenRefuses('SUCCESSOR_NOT_NAMED', '/successor');
  });
});
