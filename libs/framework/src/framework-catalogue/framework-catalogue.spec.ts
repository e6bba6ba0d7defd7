import { logged, projected } from '@minutier/testing';

import {
  correspondence,
  CORRESPONDENCE_ID,
  framework,
  prolonged,
  published,
  retired,
  succeeded,
} from '../framework.examples.js';
import { frameworkAnswer, frameworkCatalogue } from './framework-catalogue.projection.js';

const publishedAs = (version: number) =>
  published().map(({ type, data }) => logged('framework-RNCP28684', { type, data: { ...data, version } }));

describe('the catalogue of frameworks', () => {
  it('shows a published fiche whole, with its blocks, functions and lines', () => {
    expect(projected(frameworkCatalogue, publishedAs(1)).get('RNCP28684')).toEqual({
      number: 'RNCP28684',
      versions: [framework()],
      registrationNow: { validUntil: '2020-07-19', deliverableUntil: null },
      registrationChanges: [],
      successors: [],
      correspondences: [],
    });
  });

  it('answers with the latest version, or the one asked for, and says which there are', () => {
    const row = projected(frameworkCatalogue, [...publishedAs(1), ...publishedAs(2)]).get('RNCP28684')!;
    expect(frameworkAnswer(row)).toMatchObject({ version: 2, versions: [1, 2], blocks: { length: 3 } });
    expect(frameworkAnswer(row, 1)).toMatchObject({ version: 1, versions: [1, 2], blocks: { length: 3 } });
    expect(frameworkAnswer(row, 3)).toBeUndefined();
  });

  it('shows what became of it: the registration in force, retirements, successors, correspondences', () => {
    const became = [prolonged(), retired(), succeeded(), ...correspondence()];
    const story = [...publishedAs(1), ...became.map((event) => logged('framework-RNCP28684', event))];
    const row = projected(frameworkCatalogue, story).get('RNCP28684')!;
    expect(frameworkAnswer(row)).toMatchObject({
      registration: { validUntil: '2020-07-19' },
      registrationNow: { validUntil: '2022-07-19', deliverableUntil: '2024-07-19' },
      registrationChanges: [{ cause: 'prolonged', orderDate: '2020-07-10' }],
      retired: { effectiveOn: '2020-07-20' },
      retirements: [{ version: 1, effectiveOn: '2020-07-20' }],
      successors: [{ version: 1, successor: { number: 'RNCP35419', version: 1 } }],
      correspondences: [{ correspondenceId: CORRESPONDENCE_ID, links: [{ link: 1 }], retiredOn: null }],
    });
  });
});
