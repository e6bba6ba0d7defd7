import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { framework } from '../../../framework/src/framework.examples.js';
import { rules } from '../../../framework/src/rules.examples.js';
import { COHORT_ID, frameworkRepinned, opened } from '../cohort.examples.js';
import { cohortStream } from '../cohort.state.js';
import type { RepinFramework } from './repin-framework.command.js';
import { repinFramework } from './repin-framework.decide.js';

type Command = SealedCommand<RepinFramework>;

const { given } = specification(cohortStream, repinFramework);
const { to } = frameworkRepinned().data;
const known = {
  framework: framework({ version: 2 }),
  rules: { ...rules(), version: 2, framework: to },
  modalities: ['F8-M1', 'F5-M2'],
  scales: ['twenty'],
};
const repinning = (changes: Partial<Command> = {}) => {
  const { from: _pinned, reason, authority, ...fields } = frameworkRepinned().data;
  const given = { reason: reason.code, authority: { ...authority, document: authority.document! } };
  return commandWith<Command>({ context: commandContext(), cohortId: COHORT_ID, ...fields, ...given, ...changes });
};

describe('moving a cohort to another reading of its fiche', () => {
  it('names both versions and the rules adopted for the new one', () => {
    given(opened()).when(repinning(), known).then(frameworkRepinned());
  });

  it('is refused in a cohort that does not exist', () => {
    given().when(repinning(), known).thenRefuses('COHORT_NOT_FOUND');
  });

  it('is refused to another certification, and to the version that is pinned', () => {
    given(opened())
      .when(repinning({ to: { number: 'RNCP35419', version: 1 } }), known)
      .thenRefuses('OTHER_FRAMEWORK', '/to/number');
    given(opened())
      .when(repinning({ to: { number: 'RNCP28684', version: 1 } }), known)
      .thenRefuses('COHORT_UNCHANGED', '/to');
  });

  it('is refused to a version that is not published, or is retired by that day', () => {
    given(opened())
      .when(repinning(), { ...known, framework: undefined })
      .thenRefuses('FRAMEWORK_NOT_PUBLISHED', '/to');
    given(opened())
      .when(repinning(), { ...known, framework: framework({ version: 2, retired: { effectiveOn: '2019-03-15' } }) })
      .thenRefuses('FRAMEWORK_RETIRED', '/to');
  });

  it('is refused with rules that are not adopted, are retired, or are of another version', () => {
    given(opened())
      .when(repinning(), { ...known, rules: undefined })
      .thenRefuses('RULES_NOT_ADOPTED', '/rules');
    const retired = { ...known.rules, retired: { effectiveOn: '2019-01-01', effect: 'no-new-decision' } } as const;
    given(opened())
      .when(repinning(), { ...known, rules: retired })
      .thenRefuses('RULES_RETIRED', '/rules');
    given(opened())
      .when(repinning(), { ...known, rules: rules() })
      .thenRefuses('RULES_OF_ANOTHER_FRAMEWORK', '/rules');
  });

  it('is refused where marks stand on a line, or a scale, that the new version has not', () => {
    given(opened())
      .when(repinning(), { ...known, modalities: ['F8-M1', 'F8-M9'] })
      .thenRefuses('MODALITY_WITH_MARKS_DROPPED', '/to');
    given(opened())
      .when(repinning(), { ...known, scales: ['apna'] })
      .thenRefuses('SCALE_DROPPED', '/rules');
  });
});
