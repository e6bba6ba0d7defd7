import type { GroupWork } from '../groupwork.state.js';
import type { GroupWorkEvent } from '../groupwork.events.js';
import type { ReportGroupWorkLine } from './report-group-work-line.command.js';

/**
 * A line that its candidacy refused is reported once to the group work, where a person finds it. Once the whole work is
 * voided nobody need settle it: the file does so as it answers to the voiding.
 */
export function reportGroupWorkLine(
  { groupWorkId, line, candidacyId, refused }: ReportGroupWorkLine,
  groupWork: GroupWork,
): readonly GroupWorkEvent[] {
  const standing = groupWork.status === 'assessed' ? groupWork.lines.find((one) => one.line === line) : undefined;
  if (!standing || standing.toBeVoided || standing.refused !== null) return [];
  return [{ type: 'GroupWorkLineReportedRefused', data: { groupWorkId, line, candidacyId, refused } }];
}
