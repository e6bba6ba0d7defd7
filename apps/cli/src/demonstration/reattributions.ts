import { evaluationIdOf } from '@minutier/candidacy';
import { derivedId } from '@minutier/ledger';

import { candidate } from './attendance.js';
import { commandIdOf } from './cast.js';
import { SWAPPED } from './exceptions.js';
import type { Chapter, Telling } from './telling.js';

const STEP = 'swapped marks';

/** Two marks that were keyed for one another go each to its own file, by one decision. */
export function reattributions(telling: Telling): Chapter {
  const { modality, occurrence, codes } = SWAPPED;
  const files = codes.map((code) => candidate(telling, code).candidacyId);
  const move = (from: number, to: number) => ({
    fromCandidacyId: files[from],
    fromEvaluationId: evaluationIdOf(files[from]!, { modality, occurrence, attempt: 1, entry: 1 }),
    toCandidacyId: files[to],
  });
  return {
    day: '2019-03-21',
    title: 'Deux notes avaient été interverties à la saisie : une décision rend chacune à son dossier.',
    by: 'registrar',
    steps: [
      {
        name: STEP,
        path: 'reattributions',
        reacts: true,
        body: {
          decidedOn: '2019-03-20',
          reason: 'swapped',
          moves: [move(0, 1), move(1, 0)],
          authority: { code: 'examination-office', document: 'NOTE-2019-15' },
        },
      },
    ],
  };
}

/** The decision, by which it is read. */
export function reattributionIdOf(seed: number): string {
  return derivedId('reattribution', commandIdOf(seed, STEP));
}
