import { derivedId } from '@minutier/ledger';

import { candidate } from './attendance.js';
import { commandIdOf, type StoryCandidate } from './cast.js';
import type { Chapter, Telling } from './telling.js';

/** Who has a third more time, and since when: his evaluations of that day and later name it. */
const GRANTED = { code: 'C05', step: 'extra time C05', from: '2018-11-12' } as const;

export function accommodations(telling: Telling): Chapter {
  const { candidacyId } = candidate(telling, GRANTED.code);
  return {
    day: GRANTED.from,
    title: 'Un tiers-temps est accordé ; ses épreuves le diront appliqué, aucun relevé ne le montrera.',
    by: 'registrar',
    steps: [
      {
        name: GRANTED.step,
        path: `candidacies/${candidacyId}/accommodations`,
        body: {
          measures: ['extra-time-third', 'separate-room'],
          from: GRANTED.from,
          until: '2019-09-30',
          decidedOn: GRANTED.from,
          authority: { code: 'director', document: 'AMEN-2018-03' },
        },
      },
    ],
  };
}

/** The accommodations that were applied in an evaluation, as it names them: nothing where there is none. */
export function accommodationsOf({ seed }: Telling, { code }: StoryCandidate, heldOn: string): object {
  if (code !== GRANTED.code || heldOn < GRANTED.from) return {};
  return { accommodationIds: [derivedId('accommodation', commandIdOf(seed, GRANTED.step))] };
}
