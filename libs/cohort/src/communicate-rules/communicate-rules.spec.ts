import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { COHORT_ID, COMMUNICATION_ID, opened, rulesCommunicated, rulesRepinned } from '../cohort.examples.js';
import { cohortStream } from '../cohort.state.js';
import type { CommunicateRules } from './communicate-rules.command.js';
import { communicateRules } from './communicate-rules.decide.js';

type Command = SealedCommand<CommunicateRules> & { readonly communicationId: string };

const { given } = specification(cohortStream, communicateRules);
const [first, second] = ['5f0f3c1e-2018-5000-8000-00000000ca01', '5f0f3c1e-2018-5000-8000-00000000ca02'] as const;
const enrolled = new Set<string>([first, second]);
const communicating = (changes: Partial<Command> = {}) => {
  const { audience: _derived, recipientCount: _counted, document, ...fields } = rulesCommunicated().data;
  const given = { ...fields, document: document! };
  return commandWith<Command>({ context: commandContext(), cohortId: COHORT_ID, ...given, ...changes });
};

describe('making the rules known', () => {
  it('is to everyone enrolled, unless recipients are listed', () => {
    given(opened()).when(communicating(), enrolled).then(rulesCommunicated());
  });

  it('lists each recipient with his own day and receipt, where they differ', () => {
    const recipients = [{ candidacyId: first }, { candidacyId: second, informedOn: '2018-10-08', receipt: 'AR-42' }];
    const informed = { communicationId: COMMUNICATION_ID, informedOn: '2018-10-01', receipt: null };
    given(opened())
      .when(communicating({ recipients }), enrolled)
      .then(
        rulesCommunicated({ audience: 'listed', recipientCount: 2 }),
        { type: 'CandidacyInformedOfRules', data: { ...informed, candidacyId: first } },
        {
          type: 'CandidacyInformedOfRules',
          data: { ...informed, candidacyId: second, informedOn: '2018-10-08', receipt: 'AR-42' },
        },
      );
  });

  it('is of a version that the cohort lives or lived under', () => {
    const [before, after] = [rulesRepinned().data.from, rulesRepinned().data.to];
    given(opened())
      .when(communicating({ rules: after }), enrolled)
      .thenRefuses('RULES_NOT_PINNED', '/rules');
    for (const rules of [before, after]) {
      given(opened(), rulesRepinned()).when(communicating({ rules }), enrolled).then(rulesCommunicated({ rules }));
    }
  });

  it('is refused on a day to come, of all or of one', () => {
    given(opened())
      .when(communicating({ communicatedOn: '2019-07-02' }), enrolled)
      .thenRefuses('DATE_IN_FUTURE', '/communicatedOn');
    const recipients = [{ candidacyId: first }, { candidacyId: second, informedOn: '2019-07-02' }];
    given(opened())
      .when(communicating({ recipients }), enrolled)
      .thenRefuses('DATE_IN_FUTURE', '/recipients/1/informedOn');
  });

  it('is refused to somebody who is not in the cohort, or who is listed twice', () => {
    given(opened())
      .when(communicating({ recipients: [{ candidacyId: first }, { candidacyId: second }] }), new Set([first]))
      .thenRefuses('MEMBER_UNKNOWN', '/recipients/1/candidacyId');
    given(opened())
      .when(communicating({ recipients: [{ candidacyId: first }, { candidacyId: first }] }), enrolled)
      .thenRefuses('MEMBER_REPEATED', '/recipients/1/candidacyId');
  });

  it('is refused in a cohort that does not exist', () => {
    given().when(communicating(), enrolled).thenRefuses('COHORT_NOT_FOUND');
  });
});
