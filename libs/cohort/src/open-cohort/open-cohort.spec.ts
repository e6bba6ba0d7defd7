import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { CENTRE_ID, centre } from '../../../framework/src/centre.examples.js';
import { framework } from '../../../framework/src/framework.examples.js';
import { rules } from '../../../framework/src/rules.examples.js';
import { opened } from '../cohort.examples.js';
import { cohortStream } from '../cohort.state.js';
import type { OpenCohort } from './open-cohort.command.js';
import { openCohort } from './open-cohort.decide.js';

type Command = SealedCommand<OpenCohort> & { readonly cohortId: string };

const { given } = specification(cohortStream, openCohort);
const { centreId: _certifierItself, ...fields } = opened().data;
const opening = (changes: Partial<Command> = {}) =>
  commandWith<Command>({ context: commandContext(), ...fields, ...changes });
const pinned = { framework: framework(), rules: rules(), centre: undefined };

describe('opening a cohort', () => {
  it('pins it to the published fiche and to the rules adopted for it', () => {
    given().when(opening(), pinned).then(opened());
  });

  it('may leave its preparation to a partner centre', () => {
    given()
      .when(opening({ centreId: CENTRE_ID }), { ...pinned, centre: centre() })
      .then(opened({ centreId: CENTRE_ID }));
  });

  it('may name a centre of which nothing is known, as ledgers did before centres were registered', () => {
    given()
      .when(opening({ centreId: CENTRE_ID }), { ...pinned, centre: { status: 'absent' } })
      .then(opened({ centreId: CENTRE_ID }));
  });

  it.each([
    ['to prepare at all', { scope: ['evaluate'] as const }],
    ['on its first day', { from: '2018-10-02' }],
    ['on its last day', { until: '2019-09-29' }],
    ['for this certification', { number: 'RNCP35419' }],
  ])('is refused where the centre is not entitled %s', (_what, changes) => {
    given()
      .when(opening({ centreId: CENTRE_ID }), { ...pinned, centre: centre(changes) })
      .thenRefuses('CENTRE_NOT_ENTITLED', '/centreId');
  });

  it('is refused twice', () => {
    given(opened()).when(opening(), pinned).thenRefuses('COHORT_ALREADY_OPEN');
  });

  it('is refused under a fiche that is not published', () => {
    given()
      .when(opening(), { ...pinned, framework: undefined })
      .thenRefuses('FRAMEWORK_NOT_PUBLISHED', '/framework');
  });

  it('is refused under rules that are not adopted', () => {
    given()
      .when(opening(), { ...pinned, rules: undefined })
      .thenRefuses('RULES_NOT_ADOPTED', '/rules');
  });

  it('is refused under the rules of another reading of the fiche', () => {
    const older = { ...rules(), framework: { number: 'RNCP28684', version: 2 } };
    given()
      .when(opening(), { ...pinned, rules: older })
      .thenRefuses('RULES_OF_ANOTHER_FRAMEWORK', '/rules');
  });

  it('is refused under a version that is retired by its first day', () => {
    const retired = { effectiveOn: '2018-10-01' };
    const [fiche, reglement] = [
      framework({ retired }),
      { ...rules(), retired: { ...retired, effect: 'no-new-pin' } } as const,
    ];
    given()
      .when(opening(), { ...pinned, framework: fiche })
      .thenRefuses('FRAMEWORK_RETIRED', '/framework');
    given()
      .when(opening(), { ...pinned, rules: reglement })
      .thenRefuses('RULES_RETIRED', '/rules');
    given()
      .when(opening({ startsOn: '2018-09-30' }), { ...pinned, framework: fiche, rules: reglement })
      .then(opened({ startsOn: '2018-09-30' }));
  });

  it('is refused when it would end before it starts', () => {
    given()
      .when(opening({ endsOn: '2018-09-30' }), pinned)
      .thenRefuses('DATES_REVERSED', '/endsOn');
  });

  it('is refused once the registration has ended, on 19 July 2020', () => {
    given()
      .when(opening({ startsOn: '2020-07-19', endsOn: '2020-07-19' }), pinned)
      .facts();
    given()
      .when(opening({ startsOn: '2020-07-20', endsOn: '2021-06-30' }), pinned)
      .thenRefuses('FRAMEWORK_NOT_IN_EFFECT', '/startsOn');
  });

  it('is refused before the registration took effect, on 1 June 2011', () => {
    given()
      .when(opening({ startsOn: '2011-05-31' }), pinned)
      .thenRefuses('FRAMEWORK_NOT_IN_EFFECT', '/startsOn');
  });
});
