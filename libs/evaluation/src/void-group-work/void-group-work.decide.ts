import { authorityOf } from '@minutier/framework';
import { type Decision, refuse } from '@minutier/ledger';

import type { GroupWorkEvent } from '../groupwork.events.js';
import type { GroupWork } from '../groupwork.state.js';
import type { VoidGroupWork } from './void-group-work.command.js';

/**
 * A group's work counts for nothing: every line of it is voided, whatever became of it, and each file answers for its
 * own. A result of the group that was recorded wrong is put right so, then recorded again.
 */
export function voidGroupWork(
  { groupWorkId, reason, authority }: VoidGroupWork,
  groupWork: GroupWork,
): Decision<GroupWorkEvent, 'GROUP_WORK_UNKNOWN' | 'GROUP_WORK_ALREADY_VOIDED'> {
  if (groupWork.status === 'absent')
    return refuse(
      'GROUP_WORK_UNKNOWN',
      undefined,
      'Ce travail de groupe n’existe pas.',
      'There is no such group work.',
    );
  if (groupWork.voided)
    return refuse(
      'GROUP_WORK_ALREADY_VOIDED',
      undefined,
      'Ce travail de groupe est déjà annulé.',
      'This group work is voided already.',
    );
  const { lines } = groupWork;
  return [
    {
      type: 'GroupWorkVoided',
      // It concerns several: what is to be said in words stands in the authority's document.
      data: { reason: { code: reason, text: null }, authority: authorityOf(authority), lineCount: lines.length },
    },
    ...lines.map(({ line, candidacyId }) => ({
      type: 'GroupWorkLineVoided' as const,
      data: { groupWorkId, line, candidacyId },
    })),
  ];
}
