import { authorityOf } from '@minutier/framework';
import { type Decision, KEY_CLASSES, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import type { PersonEvent } from '../person.events.js';
import { isErased, isHeld, type Person } from '../person.state.js';
import type { DecideErasure } from './decide-erasure.command.js';

export type DecideErasureRefusal =
  | 'REQUEST_UNKNOWN'
  | 'APPROVER_UNKNOWN'
  | 'APPROVAL_BY_SAME_PERSON'
  | 'CLASS_KEPT_AND_ERASED'
  | 'CLASS_ALREADY_ERASED'
  | 'LEGAL_HOLD_STANDS'
  | 'IDENTITY_PROOF_NEEDED';

/**
 * What is destroyed cannot be brought back: two people agree, no legal hold covers it, and the proof of who holds a
 * certified block outlives the wish of the person (GDPR, art. 17(3)(b)).
 */
export function decideErasure(
  command: SealedCommand<DecideErasure> & { readonly erasureId: string },
  person: Person,
  approverIsKnown: boolean,
): Decision<PersonEvent, DecideErasureRefusal> {
  const { erasureId, requestId, basis, approvedBy, authority } = command;
  const refusal = refusedAct(command, person, approverIsKnown) ?? refusedClasses(command, person);
  if (refusal) return refusal;
  return [
    {
      type: 'ErasureDecided',
      data: {
        erasureId,
        requestId: requestId ?? null,
        classes: KEY_CLASSES.filter((one) => command.classes.includes(one)),
        kept: command.kept.map(({ class: kept, ground }) => ({ class: kept, ground })),
        basis,
        approvedBy,
        authority: authorityOf(authority),
      },
    },
  ];
}

function refusedAct(
  { requestId, basis, approvedBy, context }: SealedCommand<DecideErasure>,
  { requests }: Person,
  approverIsKnown: boolean,
): Refusal<DecideErasureRefusal> | undefined {
  const isAsked = requestId !== undefined && requests.has(requestId);
  if (basis === 'request' ? !isAsked : requestId !== undefined) {
    return refuse(
      'REQUEST_UNKNOWN',
      '/requestId',
      'Un effacement sur demande nomme une demande de cette personne ; un autre n’en nomme aucune.',
      'An erasure on request names a request of this person; any other names none.',
    );
  }
  if (!approverIsKnown) {
    return refuse(
      'APPROVER_UNKNOWN',
      '/approvedBy',
      'La personne qui approuve n’est pas connue du coffre.',
      'The vault does not know the person who approves.',
    );
  }
  if (approvedBy !== context.actor.id) return undefined;
  return refuse(
    'APPROVAL_BY_SAME_PERSON',
    '/approvedBy',
    'Deux personnes différentes doivent être d’accord.',
    'Two different people must agree.',
  );
}

function refusedClasses(
  { classes, kept, basis, context }: SealedCommand<DecideErasure>,
  person: Person,
): Refusal<DecideErasureRefusal> | undefined {
  const named = kept.map((one) => one.class);
  const twice = named.find((one, place) => classes.includes(one) || named.indexOf(one) !== place);
  if (twice) {
    return refuse(
      'CLASS_KEPT_AND_ERASED',
      '/kept',
      `La classe ${twice} ne peut être nommée qu’une fois.`,
      `Class ${twice} can be named once only.`,
    );
  }
  const erased = classes.find((one) => isErased(person, one));
  if (erased) {
    return refuse(
      'CLASS_ALREADY_ERASED',
      '/classes',
      `L’effacement de la classe ${erased} est déjà décidé.`,
      `The erasure of class ${erased} is decided already.`,
    );
  }
  const held = classes.find((one) => isHeld(person, one, context.today));
  if (held) {
    return refuse(
      'LEGAL_HOLD_STANDS',
      '/classes',
      `Un gel juridique couvre la classe ${held}.`,
      `A legal hold covers class ${held}.`,
    );
  }
  const holdsBlocks = [...person.awards.values()].some(({ annulled }) => !annulled);
  if (basis !== 'request' || !classes.includes('identity-proof') || !holdsBlocks) return undefined;
  return refuse(
    'IDENTITY_PROOF_NEEDED',
    '/classes',
    'La personne a des blocs acquis : la preuve de son identité est due tant que court leur conservation.',
    'The person holds blocks: the proof of identity is owed while their retention runs.',
  );
}
