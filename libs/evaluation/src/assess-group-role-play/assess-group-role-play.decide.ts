import { type Decision, isRefusal } from '@minutier/ledger';

import type { Frame } from '../frame.js';
import { acceptGroupWork, type GroupWorkRefusal, type SealedGroupWork } from '../group-acceptance.js';
import type { GroupWorkEvent } from '../groupwork.events.js';
import type { GroupWork } from '../groupwork.state.js';
import type { AssessGroupRolePlay } from './assess-group-role-play.command.js';

/** A group plays one scenario (fiche: « mise en situation professionnelle, travail en groupe et présentation orale »). */
export function assessGroupRolePlay(
  command: SealedGroupWork<AssessGroupRolePlay>,
  groupWork: GroupWork,
  frame: Frame,
): Decision<GroupWorkEvent, GroupWorkRefusal> {
  const { scenarioCode, partners } = command.facts;
  const facts = { scenarioCode, partners: [...partners] };
  const accepted = acceptGroupWork(command, groupWork, frame, { kind: 'role-play', facts });
  if (isRefusal(accepted)) return accepted;
  return [{ type: 'GroupRolePlayAssessed', data: accepted.header }, ...accepted.lines];
}
