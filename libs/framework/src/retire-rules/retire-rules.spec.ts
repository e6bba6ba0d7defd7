import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { adopted } from '../rules.examples.js';
import { rulesStream } from '../rules.state.js';
import type { RetireRules } from './retire-rules.command.js';
import { retireRules } from './retire-rules.decide.js';

const { given } = specification(rulesStream, retireRules);
const retiring = (changes: Partial<SealedCommand<RetireRules>> = {}) =>
  commandWith<SealedCommand<RetireRules>>({
    context: commandContext(),
    rulesId: 'reglement-28684',
    version: 1,
    effectiveOn: '2019-09-01',
    effect: 'no-new-pin',
    reason: 'superseded',
    authority: { code: 'pedagogical-council', document: 'PV-CP-2019-06' },
    ...changes,
  });
const retired = (changes?: Partial<SealedCommand<RetireRules>>) =>
  given(...adopted())
    .when(retiring(changes))
    .facts();

describe('retiring a version of the rules', () => {
  it('ends its pinning from a day on', () => {
    const facts = retired();
    expect(facts).toEqual([
      {
        type: 'RulesRetired',
        data: {
          version: 1,
          effectiveOn: '2019-09-01',
          effect: 'no-new-pin',
          reason: { code: 'superseded', text: null },
          authority: { code: 'pedagogical-council', document: 'PV-CP-2019-06' },
        },
      },
    ]);
    const state = [...adopted(), ...facts].reduce(rulesStream.evolve, rulesStream.initial);
    expect(state.versions[0]!.retired).toEqual({ effectiveOn: '2019-09-01', effect: 'no-new-pin' });
  });

  it('may later end decisions too', () => {
    const stronger = retiring({ effect: 'no-new-decision', reason: 'annulled', authority: { code: 'court' } });
    expect(
      given(...adopted(), ...retired())
        .when(stronger)
        .facts(),
    ).toHaveLength(1);
  });

  it('is refused with the same effect or a weaker one', () => {
    given(...adopted(), ...retired())
      .when(retiring())
      .thenRefuses('VERSION_ALREADY_RETIRED', '/version');
    given(...adopted(), ...retired({ effect: 'no-new-decision' }))
      .when(retiring())
      .thenRefuses('VERSION_ALREADY_RETIRED', '/version');
  });

  it('is refused for a version that nobody adopted', () => {
    given(...adopted())
      .when(retiring({ version: 2 }))
      .thenRefuses('VERSION_UNKNOWN', '/version');
    given().when(retiring()).thenRefuses('VERSION_UNKNOWN', '/version');
  });

  it.each(['court', 'regulator', 'pedagogical-council', 'director'] as const)(
    'may be an annulment by the %s',
    (code) => {
      expect(retired({ reason: 'annulled', authority: { code } })).toHaveLength(1);
    },
  );

  it.each(['examination-office', 'appeal-board', 'jury'] as const)('is no annulment by the %s', (code) => {
    given(...adopted())
      .when(retiring({ reason: 'annulled', authority: { code } }))
      .thenRefuses('AUTHORITY_NOT_ENTITLED', '/authority/code');
  });
});
