import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { published, retired } from '../framework.examples.js';
import { frameworkStream } from '../framework.state.js';
import type { ReinstateFramework } from './reinstate-framework.command.js';
import { reinstateFramework } from './reinstate-framework.decide.js';

const { given } = specification(frameworkStream, reinstateFramework);
const reinstating = () =>
  commandWith<SealedCommand<ReinstateFramework>>({
    context: commandContext(),
    number: 'RNCP28684',
    version: 1,
    effectiveOn: '2020-09-01',
    reason: 'decided-in-error',
    authority: { code: 'director' },
  });

describe('reinstating a version of a framework', () => {
  it('ends its retirement', () => {
    const facts = given(...published(), retired())
      .when(reinstating())
      .facts();
    expect(facts).toEqual([
      {
        type: 'FrameworkReinstated',
        data: {
          version: 1,
          effectiveOn: '2020-09-01',
          reason: { code: 'decided-in-error', text: null },
          authority: { code: 'director', document: null },
        },
      },
    ]);
    const state = [...published(), retired(), ...facts].reduce(frameworkStream.evolve, frameworkStream.initial);
    expect(state.versions[0]!.retired).toBeNull();
  });

  it('is refused where nothing is retired', () => {
    given(...published())
      .when(reinstating())
      .thenRefuses('VERSION_NOT_RETIRED', '/version');
    given().when(reinstating()).thenRefuses('VERSION_NOT_RETIRED', '/version');
  });
});
