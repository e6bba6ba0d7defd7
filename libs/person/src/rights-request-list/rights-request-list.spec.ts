import { logged, projected } from '@minutier/testing';

import { answered, PERSON_ID, REQUEST_ID, requestReceived } from '../person.examples.js';
import type { RightsEvent } from '../rights.events.js';
import { rightsRequestList } from './rights-request-list.projection.js';

const extended = {
  type: 'DataRequestExtended',
  data: { requestId: REQUEST_ID, dueBy: '2019-09-03', toldOn: '2019-07-01', reason: { code: 'complex', text: null } },
} as const;
const after = (...events: readonly RightsEvent[]) => {
  const row = projected(
    rightsRequestList,
    events.map((event) => logged(`person-${PERSON_ID}`, event)),
  ).get(REQUEST_ID)!;
  return { row, columns: rightsRequestList.indexed(row) };
};

describe('the list of requests', () => {
  it('finds those that wait by their last day', () => {
    const { row, columns } = after(requestReceived());
    expect(row).toEqual({ ...requestReceived().data, personId: PERSON_ID, extensions: [], answer: null });
    expect(columns).toMatchObject({ pending: 'yes', due: '2019-07-03' });
  });

  it('moves the day of one that was extended', () => {
    const { row, columns } = after(requestReceived(), extended);
    const { requestId: _id, ...extension } = extended.data;
    expect(row.extensions).toEqual([extension]);
    expect(columns).toMatchObject({ pending: 'yes', due: '2019-09-03' });
  });

  it('keeps those that were answered, and how', () => {
    const { row, columns } = after(requestReceived(), answered());
    const { requestId: _id, ...answer } = answered().data;
    expect(row.answer).toEqual(answer);
    expect(columns).toMatchObject({ pending: 'no', personId: PERSON_ID });
  });
});
