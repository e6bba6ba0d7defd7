import { logged, projected } from '@minutier/testing';

import { framework, published } from '../framework.examples.js';
import { frameworkAnswer, frameworkCatalogue } from './framework-catalogue.projection.js';

const publishedAs = (version: number) =>
  published().map(({ type, data }) => logged('framework-RNCP28684', { type, data: { ...data, version } }));

describe('the catalogue of frameworks', () => {
  it('shows a published fiche whole, with its blocks, functions and lines', () => {
    expect(projected(frameworkCatalogue, publishedAs(1)).get('RNCP28684')).toEqual({
      number: 'RNCP28684',
      versions: [framework()],
    });
  });

  it('answers with the latest version, or the one asked for, and says which there are', () => {
    const row = projected(frameworkCatalogue, [...publishedAs(1), ...publishedAs(2)]).get('RNCP28684')!;
    expect(frameworkAnswer(row)).toMatchObject({ version: 2, versions: [1, 2], blocks: { length: 3 } });
    expect(frameworkAnswer(row, 1)).toMatchObject({ version: 1, versions: [1, 2], blocks: { length: 3 } });
    expect(frameworkAnswer(row, 3)).toBeUndefined();
  });
});
