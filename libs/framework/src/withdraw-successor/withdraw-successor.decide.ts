import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import { authorityOf, reasonOf } from '../authority.js';
import type { FrameworkSuccessionWithdrawn } from '../framework-changes.events.js';
import { isNamed, type Publications } from '../framework.state.js';
import type { WithdrawSuccessor } from './withdraw-successor.command.js';

/** Only a successor that stands is taken back. */
export function withdrawSuccessor(
  { version, successor, reason, authority }: SealedCommand<WithdrawSuccessor>,
  { successors }: Publications,
): Decision<FrameworkSuccessionWithdrawn, 'SUCCESSOR_NOT_NAMED'> {
  if (!successors.some((one) => isNamed(one, version, successor)))
    return refuse(
      'SUCCESSOR_NOT_NAMED',
      '/successor',
      `${successor.number}, version ${successor.version}, n’est pas le remplaçant de la version ${version}.`,
      `${successor.number}, version ${successor.version}, is no successor of version ${version}.`,
    );
  return [
    {
      type: 'FrameworkSuccessionWithdrawn',
      data: {
        version,
        successor: { number: successor.number, version: successor.version },
        reason: reasonOf({ reason }),
        authority: authorityOf(authority),
      },
    },
  ];
}
