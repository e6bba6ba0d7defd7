import { type Refusal, refuse } from '@minutier/ledger';

import type { Person } from './person.state.js';

/** The person is merged into another, who answers from then on. */
export function refusedMerged({ mergedInto }: Person): Refusal<'PERSON_MERGED'> | undefined {
  if (mergedInto === null) return undefined;
  return refuse(
    'PERSON_MERGED',
    undefined,
    `Cette personne est fusionnée dans ${mergedInto}.`,
    `This person is merged into ${mergedInto}.`,
  );
}

/** A fact cannot be of a day to come. */
export function refusedFuture(day: string, today: string, pointer: string): Refusal<'DATE_IN_FUTURE'> | undefined {
  if (day <= today) return undefined;
  return refuse('DATE_IN_FUTURE', pointer, `Nous sommes le ${today}.`, `Today is ${today}.`);
}
