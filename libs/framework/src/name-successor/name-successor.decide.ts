import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import { authorityOf } from '../authority.js';
import type { FrameworkSucceeded } from '../framework-changes.events.js';
import { type Framework, isNamed, type Publications } from '../framework.state.js';
import { refusedVersion } from '../version-checks.js';
import type { NameSuccessor } from './name-successor.command.js';

export type NameSuccessorRefusal = 'VERSION_UNKNOWN' | 'SUCCESSOR_UNKNOWN' | 'SUCCESSOR_ALREADY_NAMED';

/** A successor is a published version of another number, and is named once. */
export function nameSuccessor(
  { number, version, successor, effectiveOn, document, authority }: SealedCommand<NameSuccessor>,
  { versions, successors }: Publications,
  published: Framework | undefined,
): Decision<FrameworkSucceeded, NameSuccessorRefusal> {
  const unknown = refusedVersion(versions, version);
  if (unknown) return unknown;
  if (!published || successor.number === number)
    return refuse(
      'SUCCESSOR_UNKNOWN',
      '/successor',
      'Le remplaçant doit être une version publiée d’un autre numéro.',
      'The successor must be a published version of another number.',
    );
  if (successors.some((one) => isNamed(one, version, successor)))
    return refuse(
      'SUCCESSOR_ALREADY_NAMED',
      '/successor',
      `${successor.number} est déjà le remplaçant de cette version.`,
      `${successor.number} is this version’s successor already.`,
    );
  return [
    {
      type: 'FrameworkSucceeded',
      data: {
        version,
        successor: { number: successor.number, version: successor.version },
        effectiveOn,
        document,
        authority: authorityOf(authority),
      },
    },
  ];
}
