import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { framework } from '../../../framework/src/framework.examples.js';
import { rules } from '../../../framework/src/rules.examples.js';
import { COHORT_ID, opened } from '../cohort.examples.js';
import { cohortStream } from '../cohort.state.js';
import type { OpenCohort } from './open-cohort.command.js';
import { openCohort } from './open-cohort.decide.js';

type Command = SealedCommand<OpenCohort> & { readonly cohortId: string };

const { given } = specification(cohortStream, openCohort);
const { centreId: _certifierItself, ...fields } = opened().data;
const opening = (changes: Partial<Command> = {}) =>
  commandWith<Command>({ context: commandContext(), ...fields, ...changes });
const pinned = { framework: framework(), rules: rules() };

describe('opening a cohort', () => {
  it('pins it to the published fiche and to the rules adopted for it', () => {
    given().when(opening(), pinned).then(opened());
  });

  it('may leave its preparation to a partner centre', () => {
    given()
      .when(opening({ centreId: COHORT_ID }), pinned)
      .then(opened({ centreId: COHORT_ID }));
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
