import { candidacyStream } from '@minutier/candidacy';
import { commandSlice } from '@minutier/intake';
import { derivedId, Ledger, type Sealed, sealId, streamName } from '@minutier/ledger';
import { Vault } from '@minutier/vault';

import { assessorsOf, Frames } from '../frames.js';
import { groupWorkStream } from '../groupwork.state.js';
import { AssessGroupRolePlay, type GroupMemberInput } from './assess-group-role-play.command.js';
import { assessGroupRolePlay, type SealedMember } from './assess-group-role-play.decide.js';

export const assessGroupRolePlaySlice = commandSlice(AssessGroupRolePlay, {
  post: 'cohorts/:cohortId/group-role-plays',
  tag: 'group works',
  summary: 'Enregistre une mise en situation professionnelle d’un groupe',
  needs: [Ledger, Frames, Vault],
  async execute(command, ledger, frames, vault) {
    const { context, cohortId, conduct, centreId } = command;
    const groupWorkId = derivedId('groupwork', cohortId, context.commandId);
    const stream = streamName(groupWorkStream.category, groupWorkId);
    const frame = await frames.ofCohort(cohortId, assessorsOf(conduct), centreId);
    const members: SealedMember[] = [];
    const digested: unknown[] = [];
    for (const [index, member] of command.members.entries()) {
      const { state: candidacy } = await ledger.load(candidacyStream, member.candidacyId);
      const personId = candidacy.status === 'enrolled' ? candidacy.personId : undefined;
      const sealed = (field: string, text: string | undefined): Promise<Sealed | null> =>
        text === undefined || personId === undefined
          ? Promise.resolve(null)
          : vault.seal(personId, 'appraisal', sealId(stream, context.commandId, `members/${index}/${field}`), text);
      const { deviation, appreciation, ...clear } = member;
      members.push({
        ...clear,
        candidacy,
        deviation: deviation ? { code: deviation.code, text: await sealed('deviation', deviation.text) } : null,
        appreciation: await sealed('appreciation', appreciation),
      });
      digested.push(personId === undefined ? clear : await keyed(vault, personId, member));
    }
    return ledger.execute(
      groupWorkStream,
      groupWorkId,
      command,
      (sealed, groupWork) => assessGroupRolePlay({ ...sealed, members, groupWorkId }, groupWork, frame),
      { digested: { members: digested } },
    );
  },
});

/** The member as the command's digest covers him: texts by their HMAC under his own key. */
async function keyed(
  vault: Vault,
  personId: string,
  { deviation, appreciation, ...clear }: GroupMemberInput,
): Promise<object> {
  const digest = (text: string | undefined) => text !== undefined && vault.keyedDigest(personId, 'appraisal', text);
  return {
    ...clear,
    deviation: deviation ? { code: deviation.code, text: (await digest(deviation.text)) || null } : null,
    appreciation: (await digest(appreciation)) || null,
  };
}
