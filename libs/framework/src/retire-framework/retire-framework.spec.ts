import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { published, retired } from '../framework.examples.js';
import { frameworkStream } from '../framework.state.js';
import type { RetireFramework } from './retire-framework.command.js';
import { retireFramework } from './retire-framework.decide.js';

const { given } = specification(frameworkStream, retireFramework);
const retiring = (version = 1) =>
  commandWith<SealedCommand<RetireFramework>>({
    context: commandContext(),
    number: 'RNCP28684',
    version,
    effectiveOn: '2020-07-20',
    reason: 'superseded',
    authority: { code: 'pedagogical-council', document: 'PV-CP-2020-09' },
  });

describe('retiring a version of a framework', () => {
  it('says from which day no cohort may pin it, why, and who decided', () => {
    given(...published())
      .when(retiring())
      .then(retired());
    const state = [...published(), retired()].reduce(frameworkStream.evolve, frameworkStream.initial);
    expect(state.versions.map((one) => one.retired)).toEqual([{ effectiveOn: '2020-07-20' }]);
  });

  it('is refused for a version that is not published', () => {
    given(...published())
      .when(retiring(2))
      .thenRefuses('VERSION_UNKNOWN', '/version');
    given().when(retiring()).thenRefuses('VERSION_UNKNOWN', '/version');
  });

  it('is refused twice', () => {
    given(...published(), retired())
      .when(retiring())
      .thenRefuses('VERSION_ALREADY_RETIRED', '/version');
  });
});
