import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import type { RulesEvent } from '../rules.events.js';
import { adopted } from '../rules.examples.js';
import { rulesStream } from '../rules.state.js';
import type { ReinstateRules } from './reinstate-rules.command.js';
import { reinstateRules } from './reinstate-rules.decide.js';

const { given } = specification(rulesStream, reinstateRules);
const reinstating = (changes: Partial<SealedCommand<ReinstateRules>> = {}) =>
  commandWith<SealedCommand<ReinstateRules>>({
    context: commandContext(),
    rulesId: 'reglement-28684',
    version: 1,
    effectiveOn: '2019-12-01',
    reason: 'annulment-quashed',
    authority: { code: 'court', document: 'RG-19-01234' },
    ...changes,
  });
const annulled: RulesEvent = {
  type: 'RulesRetired',
  data: {
    version: 1,
    effectiveOn: '2019-09-01',
    effect: 'no-new-decision',
    reason: { code: 'annulled', text: null },
    authority: { code: 'regulator', document: null },
  },
};

describe('reinstating a version of the rules', () => {
  it('ends its retirement', () => {
    const facts = given(...adopted(), annulled)
      .when(reinstating())
      .facts();
    expect(facts).toMatchObject([{ type: 'RulesReinstated', data: { version: 1, effectiveOn: '2019-12-01' } }]);
    const state = [...adopted(), annulled, ...facts].reduce(rulesStream.evolve, rulesStream.initial);
    expect(state.versions[0]!.retired).toBeNull();
  });

  it('is refused where nothing is retired', () => {
    given(...adopted())
      .when(reinstating())
      .thenRefuses('VERSION_NOT_RETIRED', '/version');
  });

  it('is refused to an authority that quashes no annulment', () => {
    given(...adopted(), annulled)
      .when(reinstating({ authority: { code: 'pedagogical-council' } }))
      .thenRefuses('AUTHORITY_NOT_ENTITLED', '/authority/code');
    const mistake = reinstating({ reason: 'decided-in-error', authority: { code: 'pedagogical-council' } });
    expect(
      given(...adopted(), annulled)
        .when(mistake)
        .facts(),
    ).toHaveLength(1);
  });
});
