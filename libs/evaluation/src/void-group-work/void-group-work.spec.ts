import { commandContext, commandWith, specification } from '@minutier/testing';

import {
  GROUP_WORK_ID,
  groupRolePlayAssessed,
  groupWorkVoided,
  lineAssessed,
  lineReportedRefused,
  lineVoided,
} from '../groupwork.examples.js';
import { groupWorkStream } from '../groupwork.state.js';
import type { VoidGroupWork } from './void-group-work.command.js';
import { voidGroupWork } from './void-group-work.decide.js';

const { given } = specification(groupWorkStream, voidGroupWork);
const voiding = commandWith<VoidGroupWork>({
  context: commandContext(),
  groupWorkId: GROUP_WORK_ID,
  reason: 'recorded-in-error',
  authority: { code: 'examination-office', document: 'NOTE-12' },
});
const standing = [groupRolePlayAssessed(), lineAssessed(1), lineAssessed(2)];

describe('voiding a group’s work', () => {
  it('voids every line of it in the same breath', () => {
    given(...standing)
      .when(voiding)
      .then(groupWorkVoided(), lineVoided(1), lineVoided(2));
  });

  it('leaves out no line that a file refused: the file answers for it', () => {
    given(...standing, lineReportedRefused(2, 'ROUTE_DOES_NOT_SIT'))
      .when(voiding)
      .then(groupWorkVoided(), lineVoided(1), lineVoided(2));
  });

  it('is refused where there is none', () => {
    given().when(voiding).thenRefuses('GROUP_WORK_UNKNOWN');
  });

  it('is refused a second time', () => {
    given(...standing, groupWorkVoided(), lineVoided(1), lineVoided(2))
      .when(voiding)
      .thenRefuses('GROUP_WORK_ALREADY_VOIDED');
  });
});
