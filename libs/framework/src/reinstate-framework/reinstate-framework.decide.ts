import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import { authorityOf, reasonOf } from '../authority.js';
import type { FrameworkReinstated } from '../framework-changes.events.js';
import type { Publications } from '../framework.state.js';
import type { ReinstateFramework } from './reinstate-framework.command.js';

/** Only a retired version is reinstated. */
export function reinstateFramework(
  { version, effectiveOn, reason, authority }: SealedCommand<ReinstateFramework>,
  { versions }: Publications,
): Decision<FrameworkReinstated, 'VERSION_NOT_RETIRED'> {
  if (!versions.find((one) => one.version === version)?.retired)
    return refuse(
      'VERSION_NOT_RETIRED',
      '/version',
      `La version ${version} n’est pas retirée.`,
      `Version ${version} is not retired.`,
    );
  return [
    {
      type: 'FrameworkReinstated',
      data: { version, effectiveOn, reason: reasonOf({ reason }), authority: authorityOf(authority) },
    },
  ];
}
