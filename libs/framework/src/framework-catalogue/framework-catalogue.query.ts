import { found, ListQuestion, listPage, ReadQuestion, readSlice } from '@minutier/intake';
import { Views } from '@minutier/ledger';

import { frameworkAnswer, frameworkCatalogue } from './framework-catalogue.projection.js';

export const showFrameworkSlice = readSlice('ShowFramework', {
  get: 'frameworks/:number',
  tag: 'frameworks',
  summary: 'Un référentiel : blocs, fonctions, modalités',
  question: ReadQuestion,
  needs: [Views],
  async answer({ path, question }, views) {
    const asOf = await views.at(question);
    const { row } = found(await views.get(frameworkCatalogue, path.number, asOf));
    return { ...frameworkAnswer(row)!, asOf };
  },
});

export const listFrameworksSlice = readSlice('ListFrameworks', {
  get: 'frameworks',
  tag: 'frameworks',
  summary: 'Référentiels publiés',
  question: ListQuestion,
  needs: [Views],
  answer: ({ question, url }, views) =>
    listPage(views, frameworkCatalogue, { orderBy: 'number' }, question, url, ({ row }) => {
      const { number, version, titleExact, registration, retired } = row.versions.at(-1)!;
      const { registrationNow, successors } = row;
      return { number, version, titleExact, registration, registrationNow, retired, successors };
    }),
});
