import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import type { PersonEvent } from '../person.events.js';
import { refusedMerged } from '../person-refusals.js';
import { isErasurePending, type Person } from '../person.state.js';
import type { MergePersonInto } from './merge-person-into.command.js';

export type MergePersonIntoRefusal =
  'SAME_PERSON' | 'SURVIVOR_UNKNOWN' | 'MERGE_CYCLE' | 'PERSON_MERGED' | 'ERASURE_PENDING';

/** What is known of the survivor. */
export interface Survivor {
  readonly isSomebody: boolean;
  /** Into whom the survivor is merged, from survivor to survivor. */
  readonly survivors: readonly string[];
}

/** A merged person has one survivor, who is nobody's second file; a file that is about to be erased is left alone. */
export function mergePersonInto(
  command: SealedCommand<MergePersonInto>,
  person: Person,
  survivor: Survivor,
): Decision<PersonEvent, MergePersonIntoRefusal> {
  const { personId, survivorId, evidence, authority } = command;
  const refusal = refusedMerged(person) ?? refusedSurvivor(personId, survivorId, survivor);
  if (refusal) return refusal;
  if (isErasurePending(person)) {
    return refuse(
      'ERASURE_PENDING',
      undefined,
      'Un effacement est décidé pour cette personne, et pas encore exécuté.',
      'An erasure is decided for this person, and not carried out yet.',
    );
  }
  return [
    {
      type: 'PersonMergedInto',
      data: { survivorId, reason: reasonOf(command), authority: authorityOf(authority), evidence: evidence ?? null },
    },
  ];
}

function refusedSurvivor(
  personId: string,
  survivorId: string,
  { isSomebody, survivors }: Survivor,
): Refusal<MergePersonIntoRefusal> | undefined {
  const at = '/survivorId';
  if (survivorId === personId) return refuse('SAME_PERSON', at, 'C’est la même personne.', 'That is the same person.');
  if (!isSomebody)
    return refuse('SURVIVOR_UNKNOWN', at, 'Cette personne n’est pas connue.', 'This person is not known.');
  if (survivors.includes(personId)) {
    return refuse(
      'MERGE_CYCLE',
      at,
      'Cette personne est elle-même fusionnée, en fin de compte, dans celle que l’on absorberait.',
      'That person is merged, in the end, into the one who would be absorbed.',
    );
  }
  const [next] = survivors;
  if (next === undefined) return undefined;
  return refuse(
    'PERSON_MERGED',
    at,
    `Cette personne est fusionnée dans ${next} : nommez celle-ci.`,
    `That person is merged into ${next}: name that one.`,
  );
}
