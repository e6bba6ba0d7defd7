import type { DomainEvent } from '@minutier/ledger';
import { logged, projected } from '@minutier/testing';

import { COMMUNICATION_ID, opened, rulesCommunicated, rulesRepinned } from '../../../cohort/src/cohort.examples.js';
import { CANDIDACY_ID, enrolled } from '../candidacy.examples.js';
import { rulesTold } from '../rules-told.js';
import { informedCandidacies } from './informed-candidacies.projection.js';
import { rulesCommunications } from './rules-communications.projection.js';

const { cohortId } = enrolled().data;
const [ofCohort, ofCandidacy] = [`cohort-${cohortId}`, `candidacy-${CANDIDACY_ID}`];
const voided: DomainEvent = {
  type: 'EnrolmentVoided',
  data: { reason: { code: 'wrong-cohort', text: null }, authority: { code: 'examination-office', document: null } },
};
const acknowledged = (communicationId = COMMUNICATION_ID): DomainEvent => ({
  type: 'CandidacyInformedOfRules',
  data: { communicationId, candidacyId: CANDIDACY_ID, informedOn: '2018-11-05', receipt: 'AR-42' },
});

/** The log: facts of the cohort, and of one candidacy of it, in the order in which they were recorded. */
function log(...facts: readonly DomainEvent[]) {
  const story = facts.map((fact, ordinal) => {
    const isCandidacys = fact.type === 'Enrolled' || fact.type === 'EnrolmentVoided';
    return logged(isCandidacys ? ofCandidacy : ofCohort, fact, { ordinal });
  });
  const read = (types: readonly string[]) => story.filter(({ type }) => types.includes(type));
  const communications = projected(rulesCommunications, read(['RulesCommunicated']));
  const candidacies = projected(informedCandidacies, read(informedCandidacies.reads as string[]));
  return { communications: [...communications.values()], candidacy: candidacies.get(CANDIDACY_ID) };
}

const { framework, rules, startsOn: effectiveOn } = opened().data;
const first = { framework, rules, effectiveOn, reason: null, authority: null };
const second = { ...first, rules: rulesRepinned().data.to, effectiveOn: '2019-03-15', reason: 'law-changed' };

/** Of each version, when the candidate was told of it. */
function told(...facts: readonly DomainEvent[]) {
  const { communications, candidacy } = log(...facts);
  return rulesTold([first, second], communications, candidacy!);
}

describe('when a candidate was told of the rules', () => {
  it('is the day of a communication to the whole cohort, for everyone enrolled before it', () => {
    expect(told(enrolled(), rulesCommunicated())).toMatchObject([
      {
        rules: { version: 1 },
        toldOn: '2018-10-01',
        told: [
          { communicationId: COMMUNICATION_ID, channel: 'hand-delivery', audience: 'whole-cohort', receipt: null },
        ],
      },
      { rules: { version: 2 }, toldOn: null, told: [] },
    ]);
  });

  it('is not that day for one who is enrolled after it', () => {
    expect(told(rulesCommunicated(), enrolled()).map(({ toldOn }) => toldOn)).toEqual([null, null]);
    expect(told(enrolled(), voided, rulesCommunicated()).map(({ toldOn }) => toldOn)).toEqual([null, null]);
  });

  it('is the candidate’s own day where the communication lists him, with his receipt', () => {
    const listed = rulesCommunicated({ audience: 'listed', recipientCount: 1 });
    expect(told(enrolled(), listed, acknowledged())[0]).toMatchObject({
      toldOn: '2018-11-05',
      told: [{ on: '2018-11-05', audience: 'listed', receipt: 'AR-42' }],
    });
    expect(told(enrolled(), listed)[0]).toMatchObject({ toldOn: null, told: [] });
  });

  it('is told version by version, the earliest day first', () => {
    const later = rulesCommunicated({ communicationId: CANDIDACY_ID, communicatedOn: '2018-09-28' });
    const changed = rulesCommunicated({ communicationId: cohortId, rules: second.rules, communicatedOn: '2019-03-12' });
    const answers = told(enrolled(), rulesCommunicated(), later, changed);
    expect(answers.map(({ toldOn }) => toldOn)).toEqual(['2018-09-28', '2019-03-12']);
    expect(answers.map((answer) => answer.told.length)).toEqual([2, 1]);
  });
});

describe('the communications of a cohort', () => {
  it('are found by their cohort, in the order of the log', () => {
    const [row] = log(opened(), rulesCommunicated()).communications;
    expect(row).toMatchObject({ ...rulesCommunicated().data, cohortId, ordinal: 1 });
    expect(rulesCommunications.indexed(row!)).toEqual({ cohortId, ordinal: 1 });
  });

  it('keep who was told by name, enrolled again or not', () => {
    const { candidacy } = log(enrolled(), acknowledged(), voided, enrolled(), acknowledged(cohortId));
    expect(candidacy).toMatchObject({ cohortId, enrolledAt: 3 });
    expect(candidacy?.informed.map(({ communicationId }) => communicationId)).toEqual([COMMUNICATION_ID, cohortId]);
    expect(log(acknowledged()).candidacy).toMatchObject({ cohortId, enrolledAt: null });
    expect(log(voided).candidacy).toBeUndefined();
  });
});
