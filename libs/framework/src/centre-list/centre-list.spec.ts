import { logged, projected } from '@minutier/testing';

import { CENTRE_ID, centre, centreRegistered, habilitationGranted, habilitationSuspended } from '../centre.examples.js';
import { centreList, entitlementsOn } from './centre-list.projection.js';

const stream = `centre-${CENTRE_ID}`;

describe('the list of centres', () => {
  it('shows each with its entitlements, in the order of their codes', () => {
    const story = [centreRegistered(), habilitationGranted()].map((event) => logged(stream, event));
    expect(projected(centreList, story)).toEqual(new Map([[CENTRE_ID, centre()]]));
    expect(centreList.indexed(centre())).toEqual({ code: 'CFA-LILLE' });
  });

  it('shows no centre that was not registered', () => {
    expect(projected(centreList, [logged(stream, habilitationGranted())]).size).toBe(0);
  });

  it('says of a day, framework by framework, whether a centre may prepare and evaluate', () => {
    const facts = [
      centreRegistered(),
      habilitationGranted(),
      habilitationSuspended(),
      habilitationGranted({ habilitationId: CENTRE_ID, number: 'RNCP35419', scope: ['prepare'] }),
    ];
    const row = projected(
      centreList,
      facts.map((event) => logged(stream, event)),
    ).get(CENTRE_ID)!;
    expect(entitlementsOn(row, '2019-01-15')).toEqual([
      { number: 'RNCP28684', prepare: true, evaluate: true },
      { number: 'RNCP35419', prepare: true, evaluate: false },
    ]);
    expect(entitlementsOn(row, '2019-02-15')).toEqual([
      { number: 'RNCP28684', prepare: false, evaluate: false },
      { number: 'RNCP35419', prepare: true, evaluate: false },
    ]);
  });
});
