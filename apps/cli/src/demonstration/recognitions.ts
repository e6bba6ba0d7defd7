import { derivedId } from '@minutier/ledger';

import { candidate } from './attendance.js';
import { commandIdOf } from './cast.js';
import type { Chapter, Telling } from './telling.js';

const LEGACY = 'legacy block C15';
const BLOCK = 'RNCP28684BC01';
const BOARD = { code: 'equivalence-board', document: 'PV-EQ-2018-11' } as const;

/** What is recognised without a mark: a block kept since 2016, and a function by another title. Their lines are sat no more. */
export function recognitions(telling: Telling): Chapter {
  const { candidacyId, personId } = candidate(telling, 'C15');
  return {
    day: '2018-11-13',
    title: 'Sont reconnus sans note : un bloc acquis en 2016, repris sur pièce, et une fonction par équivalence.',
    by: 'registrar',
    steps: [
      {
        name: LEGACY,
        path: `persons/${personId}/legacy-blocks`,
        body: {
          framework: { number: 'RNCP28684', version: 1 },
          ...{ block: BLOCK, obtainedOn: '2016-07-05', document: 'PV-2016-07-05', authority: BOARD },
        },
      },
      {
        name: 'block of C15 carried over',
        path: `candidacies/${candidacyId}/carry-overs`,
        body: {
          block: BLOCK,
          awardIds: [derivedId('legacy-award', commandIdOf(telling.seed, LEGACY))],
          ...{ decidedOn: '2018-11-12', authority: BOARD },
        },
      },
      {
        name: 'equivalence C17 F7',
        path: `candidacies/${candidate(telling, 'C17').candidacyId}/equivalences`,
        body: {
          ...{ level: 'function', code: 'F7', documentSeen: 'DIPLOME-2014-052', decidedOn: '2018-11-12' },
          source: { number: 'RNCP18145', obtainedOn: '2014-06-27' },
          authority: BOARD,
        },
      },
    ],
  };
}
