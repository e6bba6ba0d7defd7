import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { framework, published, renewed, succeeded } from '../framework.examples.js';
import { frameworkStream } from '../framework.state.js';
import type { NameSuccessor } from './name-successor.command.js';
import { nameSuccessor } from './name-successor.decide.js';

const { given } = specification(frameworkStream, nameSuccessor);
const naming = (changes: Partial<SealedCommand<NameSuccessor>> = {}) =>
  commandWith<SealedCommand<NameSuccessor>>({
    context: commandContext(),
    number: 'RNCP28684',
    version: 1,
    successor: { number: 'RNCP35419', version: 1 },
    effectiveOn: '2020-07-20',
    document: 'DEC-2020-07',
    authority: { code: 'regulator' },
    ...changes,
  });

describe('naming the successor of a framework', () => {
  it('says what replaces which version, from which day, by which decision', () => {
    given(...published())
      .when(naming(), renewed)
      .then(succeeded());
  });

  it('may name a second one: a title can be renewed as two', () => {
    const facts = given(...published(), succeeded())
      .when(naming({ successor: { number: 'RNCP35420', version: 1 } }), renewed)
      .facts();
    const state = [...published(), succeeded(), ...facts].reduce(frameworkStream.evolve, frameworkStream.initial);
    expect(state.successors.map(({ successor }) => successor.number)).toEqual(['RNCP35419', 'RNCP35420']);
  });

  it('is refused for a version that is not published', () => {
    given(...published())
      .when(naming({ version: 2 }), renewed)
      .thenRefuses('VERSION_UNKNOWN', '/version');
  });

  it('is refused with a successor that is not published, or of the same number', () => {
    given(...published())
      .when(naming(), undefined)
      .thenRefuses('SUCCESSOR_UNKNOWN', '/successor');
    given(...published())
      .when(naming({ successor: { number: 'RNCP28684', version: 1 } }), framework())
      .thenRefuses('SUCCESSOR_UNKNOWN', '/successor');
  });

  it('is refused twice', () => {
    given(...published(), succeeded())
      .when(naming(), renewed)
      .thenRefuses('SUCCESSOR_ALREADY_NAMED', '/successor');
  });
});
