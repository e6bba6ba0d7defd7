import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { rules } from '../../../framework/src/rules.examples.js';
import { COHORT_ID, opened, rulesRepinned } from '../cohort.examples.js';
import { cohortStream } from '../cohort.state.js';
import type { RepinRules } from './repin-rules.command.js';
import { repinRules } from './repin-rules.decide.js';

type Command = SealedCommand<RepinRules>;

const { given } = specification(cohortStream, repinRules);
const taken = { ...rules(), version: 2 };
const known = { rules: taken, scales: ['twenty'] };
const repinning = (changes: Partial<Command> = {}) => {
  const { reason, authority, ...fields } = rulesRepinned().data;
  const given = { reason: reason.code, authority: { ...authority, document: authority.document! } };
  return commandWith<Command>({ context: commandContext(), cohortId: COHORT_ID, ...fields, ...given, ...changes });
};

describe('changing the rules in mid-cohort', () => {
  it('names both versions, the day, the reason and the authority', () => {
    given(opened()).when(repinning(), known).then(rulesRepinned());
  });

  it('is refused in a cohort that does not exist', () => {
    given().when(repinning(), known).thenRefuses('COHORT_NOT_FOUND');
  });

  it('is refused from a version that is not the one pinned', () => {
    given(opened(), rulesRepinned())
      .when(repinning({ to: { id: 'reglement-28684', version: 3 } }), known)
      .thenRefuses('RULES_CHANGED_MEANWHILE', '/from');
  });

  it('is refused to the version that is pinned', () => {
    given(opened())
      .when(repinning({ to: { id: 'reglement-28684', version: 1 } }), known)
      .thenRefuses('RULES_ALREADY_PINNED', '/to');
  });

  it('is refused to rules that are not adopted, or are of another reading of the fiche', () => {
    given(opened())
      .when(repinning(), { ...known, rules: undefined })
      .thenRefuses('RULES_NOT_ADOPTED', '/to');
    const other = { ...taken, framework: { number: 'RNCP28684', version: 2 } };
    given(opened())
      .when(repinning(), { ...known, rules: other })
      .thenRefuses('RULES_OF_ANOTHER_FRAMEWORK', '/to');
  });

  it('is refused to rules that are retired by that day', () => {
    const retired = { ...taken, retired: { effectiveOn: '2019-03-15', effect: 'no-new-pin' } } as const;
    given(opened())
      .when(repinning(), { ...known, rules: retired })
      .thenRefuses('RULES_RETIRED', '/to');
    given(opened())
      .when(repinning({ effectiveOn: '2019-03-14' }), { ...known, rules: retired })
      .then(rulesRepinned({ effectiveOn: '2019-03-14' }));
  });

  it('is refused where marks stand on a scale that the new version has not', () => {
    given(opened())
      .when(repinning(), { ...known, scales: ['twenty', 'apna'] })
      .thenRefuses('SCALE_DROPPED', '/to');
    given(opened())
      .when(repinning(), { ...known, scales: [] })
      .then(rulesRepinned());
  });
});
