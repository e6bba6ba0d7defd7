import type { PersonEvent } from '../person.events.js';
import type { Person } from '../person.state.js';
import type { ReportMerge } from './report-merge.command.js';

/** A refusal is reported where it came from, once per refusal: the command's id is the refusal's. */
export function reportMerge({ survivorId, refused }: ReportMerge, _person: Person): readonly PersonEvent[] {
  return [{ type: 'MergeReportedRefused', data: { survivorId, refused } }];
}
