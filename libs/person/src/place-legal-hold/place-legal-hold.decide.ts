import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, KEY_CLASSES, refuse, type SealedCommand } from '@minutier/ledger';

import type { PersonEvent } from '../person.events.js';
import { isErased, isErasurePending, type Person } from '../person.state.js';
import type { PlaceLegalHold } from './place-legal-hold.command.js';

export type PlaceLegalHoldRefusal = 'ERASURE_PENDING' | 'CLASS_ALREADY_ERASED';

/** A hold comes before the decision to erase, or not at all: once that stands, the keys go. */
export function placeLegalHold(
  command: SealedCommand<PlaceLegalHold> & { readonly legalHoldId: string },
  person: Person,
): Decision<PersonEvent, PlaceLegalHoldRefusal> {
  const { legalHoldId, until, authority } = command;
  const classes = KEY_CLASSES.filter((one) => command.classes.includes(one));
  if (isErasurePending(person, classes)) {
    return refuse(
      'ERASURE_PENDING',
      '/classes',
      'L’effacement est décidé : il est trop tard.',
      'The erasure is decided: it is too late.',
    );
  }
  const erased = classes.find((one) => isErased(person, one));
  if (erased) {
    return refuse(
      'CLASS_ALREADY_ERASED',
      '/classes',
      `La classe ${erased} est déjà effacée : il n’y a plus rien à geler.`,
      `Class ${erased} is erased already: nothing is left to hold.`,
    );
  }
  return [
    {
      type: 'LegalHoldPlaced',
      data: {
        legalHoldId,
        classes,
        until: until ?? null,
        reason: reasonOf(command),
        authority: authorityOf(authority),
      },
    },
  ];
}
