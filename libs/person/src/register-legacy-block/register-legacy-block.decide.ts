import { authorityOf, type Framework } from '@minutier/framework';
import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import { refusedFuture, refusedMerged } from '../person-refusals.js';
import type { PersonEvent } from '../person.events.js';
import type { Person } from '../person.state.js';
import type { RegisterLegacyBlock } from './register-legacy-block.command.js';

export type RegisterLegacyBlockRefusal =
  | 'PERSON_UNKNOWN'
  | 'PERSON_MERGED'
  | 'FRAMEWORK_NOT_PUBLISHED'
  | 'BLOCK_UNKNOWN'
  | 'DATE_IN_FUTURE'
  | 'BLOCK_ALREADY_HELD';

/** A block of a published fiche, validated before this ledger, is held for life like the others; a document stands behind it. */
export function registerLegacyBlock(
  command: SealedCommand<RegisterLegacyBlock> & { readonly awardId: string },
  person: Person,
  published: Framework | undefined,
): Decision<PersonEvent, RegisterLegacyBlockRefusal> {
  const { awardId, framework, block, obtainedOn, document, authority, context } = command;
  if (person.status === 'absent') {
    return refuse(
      'PERSON_UNKNOWN',
      undefined,
      'Aucune identité n’est enregistrée pour cette personne.',
      'No identity is recorded for this person.',
    );
  }
  const refusal =
    refusedMerged(person) ??
    refusedBlock(block, published) ??
    refusedFuture(obtainedOn, context.today, '/obtainedOn') ??
    refusedHeld(command, person);
  if (refusal) return refusal;
  const { number, version } = framework;
  return [
    {
      type: 'LegacyBlockRegistered',
      data: {
        awardId,
        framework: { number, version },
        block,
        obtainedOn,
        document,
        authority: authorityOf(authority),
      },
    },
  ];
}

function refusedBlock(block: string, published: Framework | undefined) {
  if (!published) {
    return refuse(
      'FRAMEWORK_NOT_PUBLISHED',
      '/framework',
      'Cette version de la fiche n’est pas publiée.',
      'This version of the fiche is not published.',
    );
  }
  const codes = published.blocks.map(({ code }) => code);
  if (codes.includes(block)) return undefined;
  return refuse(
    'BLOCK_UNKNOWN',
    '/block',
    `La fiche ${published.number} a les blocs ${codes.join(', ')}.`,
    `Fiche ${published.number} has the blocks ${codes.join(', ')}.`,
  );
}

function refusedHeld({ framework, block, obtainedOn }: SealedCommand<RegisterLegacyBlock>, { awards }: Person) {
  const held = [...awards.values()].some(
    (award) =>
      !award.annulled &&
      award.framework.number === framework.number &&
      award.framework.version === framework.version &&
      award.block === block &&
      award.obtainedOn === obtainedOn,
  );
  if (!held) return undefined;
  return refuse(
    'BLOCK_ALREADY_HELD',
    '/block',
    'Ce bloc, du même jour, est déjà acquis.',
    'This block, of the same day, is held already.',
  );
}
