import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import { authorityOf, reasonOf } from '../authority.js';
import type { FrameworkRetired } from '../framework-changes.events.js';
import type { Publications } from '../framework.state.js';
import { refusedVersion } from '../version-checks.js';
import type { RetireFramework } from './retire-framework.command.js';

export type RetireFrameworkRefusal = 'VERSION_UNKNOWN' | 'VERSION_ALREADY_RETIRED';

/** A version is retired once; cohorts that pinned it keep it. */
export function retireFramework(
  { version, effectiveOn, reason, authority }: SealedCommand<RetireFramework>,
  { versions }: Publications,
): Decision<FrameworkRetired, RetireFrameworkRefusal> {
  const unknown = refusedVersion(versions, version);
  if (unknown) return unknown;
  const retired = versions.find((one) => one.version === version)?.retired;
  if (retired)
    return refuse(
      'VERSION_ALREADY_RETIRED',
      '/version',
      `La version ${version} est retirée depuis le ${retired.effectiveOn}.`,
      `Version ${version} is retired since ${retired.effectiveOn}.`,
    );
  return [
    {
      type: 'FrameworkRetired',
      data: { version, effectiveOn, reason: reasonOf({ reason }), authority: authorityOf(authority) },
    },
  ];
}
