import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

import { candidacyStream } from '@minutier/candidacy';
import { derivedId, Ledger, type Receipt, type Sealed, sealId, streamName } from '@minutier/ledger';
import { Vault } from '@minutier/vault';

import { assessorsOf, Frames } from '../frames.js';
import { groupWorkStream } from '../groupwork.state.js';
import { AssessGroupRolePlay, type GroupMemberInput } from './assess-group-role-play.command.js';
import { assessGroupRolePlay, type SealedMember } from './assess-group-role-play.decide.js';

@CommandHandler(AssessGroupRolePlay)
export class AssessGroupRolePlayHandler implements ICommandHandler<AssessGroupRolePlay> {
  constructor(
    private readonly ledger: Ledger,
    private readonly frames: Frames,
    private readonly vault: Vault,
  ) {}

  async execute(command: AssessGroupRolePlay): Promise<Receipt> {
    const { context, cohortId, conduct } = command;
    const groupWorkId = derivedId('groupwork', cohortId, context.commandId);
    const stream = streamName(groupWorkStream.category, groupWorkId);
    const frame = await this.frames.ofCohort(cohortId, assessorsOf(conduct));
    const members: SealedMember[] = [];
    const digested: unknown[] = [];
    for (const [index, member] of command.members.entries()) {
      const { state: candidacy } = await this.ledger.load(candidacyStream, member.candidacyId);
      const personId = candidacy.status === 'enrolled' ? candidacy.personId : undefined;
      const sealed = (field: string, text: string | undefined): Promise<Sealed | null> =>
        text === undefined || personId === undefined
          ? Promise.resolve(null)
          : this.vault.seal(
              personId,
              'appraisal',
              sealId(stream, context.commandId, `members/${index}/${field}`),
              text,
            );
      const { deviation, appreciation, ...clear } = member;
      members.push({
        ...clear,
        candidacy,
        deviation: deviation ? { code: deviation.code, text: await sealed('deviation', deviation.text) } : null,
        appreciation: await sealed('appreciation', appreciation),
      });
      digested.push(personId === undefined ? clear : await this.#keyed(personId, member));
    }
    return this.ledger.execute(
      groupWorkStream,
      groupWorkId,
      command,
      (sealed, groupWork) => assessGroupRolePlay({ ...sealed, members, groupWorkId }, groupWork, frame),
      { digested: { members: digested } },
    );
  }

  /** The member as the command's digest covers him: texts by their HMAC under his own key. */
  async #keyed(personId: string, { deviation, appreciation, ...clear }: GroupMemberInput): Promise<object> {
    const keyed = (text: string | undefined) =>
      text !== undefined && this.vault.keyedDigest(personId, 'appraisal', text);
    return {
      ...clear,
      deviation: deviation ? { code: deviation.code, text: (await keyed(deviation.text)) || null } : null,
      appreciation: (await keyed(appreciation)) || null,
    };
  }
}
