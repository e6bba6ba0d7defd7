import { candidacyStream } from '@minutier/candidacy';
import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { groupWorkStream } from '../groupwork.state.js';
import { SettleGroupWorkLine } from './settle-group-work-line.command.js';
import { settleGroupWorkLine } from './settle-group-work-line.decide.js';

export const settleGroupWorkLineSlice = commandSlice(SettleGroupWorkLine, {
  post: 'group-works/:groupWorkId/settlements',
  tag: 'group works',
  summary: 'Règle une ligne refusée d’un travail de groupe',
  needs: [Ledger],
  async execute(command, ledger) {
    const { state: groupWork } = await ledger.load(groupWorkStream, command.groupWorkId);
    const line = groupWork.status === 'assessed' ? groupWork.lines.find((one) => one.line === command.line) : undefined;
    const member = line && (await ledger.load(candidacyStream, line.candidacyId)).state;
    // The explanation is about the member: it is sealed under the member's key.
    const options = member?.status === 'enrolled' ? { personId: member.personId } : {};
    return ledger.execute(groupWorkStream, command.groupWorkId, command, settleGroupWorkLine, options);
  },
});
