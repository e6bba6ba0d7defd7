import { Injectable } from '@nestjs/common';

import { type Candidacy, type CandidacyEvent, candidacyStream } from '@minutier/candidacy';
import type { RecordedCommand } from '@minutier/intake';
import {
  AppendTooLarge,
  type Decision,
  derivedId,
  Ledger,
  LedgerCorrupted,
  type Receipt,
  type Sealed,
  sealId,
  type StreamName,
  streamName,
} from '@minutier/ledger';
import { Vault } from '@minutier/vault';

import type { Frame } from './frame.js';
import { assessorsOf, Frames } from './frames.js';
import type { SealedGroupWork, SealedMember } from './group-acceptance.js';
import type { GroupMemberInput, GroupWorkInput } from './group-work-input.js';
import type { GroupWorkEvent } from './groupwork.events.js';
import { type AssessedGroupWork, type GroupWork, groupWorkStream } from './groupwork.state.js';

type Accept<Given extends GroupWorkInput> = (
  command: SealedGroupWork<Given>,
  groupWork: GroupWork,
  frame: Frame,
) => Decision<GroupWorkEvent, string>;

/** What a reaction brings to the file of a member: a line, or its voiding. */
export type LineCommand = RecordedCommand & {
  readonly candidacyId: string;
  readonly groupWorkId: string;
  readonly line: number;
};

/** Executes commands about the works of groups, and carries their lines to the members' files. */
@Injectable()
export class GroupWorks {
  constructor(
    private readonly ledger: Ledger,
    private readonly frames: Frames,
    private readonly vault: Vault,
  ) {}

  /** Accepts a group's work; what is said of each member is sealed under that member's own key. */
  async accept<Given extends GroupWorkInput>(
    command: Given,
    decide: Accept<Given>,
    persons: readonly string[] = [],
  ): Promise<Receipt> {
    const { context, cohortId, conduct } = command;
    const groupWorkId = derivedId('groupwork', cohortId, context.commandId);
    const stream = streamName(groupWorkStream.category, groupWorkId);
    const { receipts } = await this.ledger.load(groupWorkStream, groupWorkId);
    // With a member's key gone nothing can be compared or sealed any more: the repeat gets the first receipt.
    const first = receipts.get(context.commandId);
    if (first && (await this.#isErased(command.members))) return first.receipt;
    const frame = await this.frames.ofCohort(cohortId, [...assessorsOf(conduct), ...persons], command.centreId);
    const members: SealedMember[] = [];
    const digested: unknown[] = [];
    for (const [index, member] of command.members.entries()) {
      const { state: candidacy } = await this.ledger.load(candidacyStream, member.candidacyId);
      const personId = candidacy.status === 'enrolled' ? candidacy.personId : undefined;
      const prefix = `members/${index}`;
      members.push({ ...(await this.#sealed(member, personId, { stream, id: context.commandId, prefix })), candidacy });
      digested.push(await this.#keyed(member, personId));
    }
    return this.ledger.execute(
      groupWorkStream,
      groupWorkId,
      command,
      (_sealed, groupWork) => decide({ ...command, members, groupWorkId }, groupWork, frame),
      { digested: { members: digested } },
    );
  }

  /** Brings a line, or its voiding, to its member's file; `tooLarge` says what stands there when it does not fit one event. */
  async carry<Given extends LineCommand>(
    command: Given,
    decide: (
      command: Given,
      candidacy: Candidacy,
      groupWork: AssessedGroupWork,
      frame: Frame,
    ) => readonly CandidacyEvent[],
    tooLarge?: (command: Given, groupWork: AssessedGroupWork, code: string) => readonly CandidacyEvent[],
  ): Promise<Receipt> {
    const { groupWorkId, candidacyId } = command;
    const { state: groupWork } = await this.ledger.load(groupWorkStream, groupWorkId);
    if (groupWork.status === 'absent') throw new LedgerCorrupted(`group work ${groupWorkId} has a line but no header`);
    const frame = await this.frames.ofCandidacy(candidacyId, [], groupWork.centreId);
    try {
      return await this.ledger.execute(candidacyStream, candidacyId, command, (_sealed, candidacy) =>
        decide(command, candidacy, groupWork, frame),
      );
    } catch (error) {
      if (!(error instanceof AppendTooLarge) || !tooLarge) throw error;
      // The group's part and the member's, each within bounds, may not fit one event together: the file says so.
      return this.ledger.execute(candidacyStream, candidacyId, command, () => tooLarge(command, groupWork, error.code));
    }
  }

  async #isErased(members: readonly GroupMemberInput[]): Promise<boolean> {
    for (const { candidacyId, deviation, appreciation } of members) {
      const { state } = await this.ledger.load(candidacyStream, candidacyId);
      const text = appreciation ?? deviation?.text;
      if (state.status === 'absent' || text === undefined) continue;
      if ((await this.vault.keyedDigest(state.personId, 'appraisal', text)) === undefined) return true;
    }
    return false;
  }

  async #sealed(
    { deviation, appreciation, ...clear }: GroupMemberInput,
    personId: string | undefined,
    { stream, id, prefix }: { stream: StreamName; id: string; prefix: string },
  ): Promise<Omit<SealedMember, 'candidacy'>> {
    const seal = (field: string, text: string | undefined): Promise<Sealed | null> =>
      text === undefined || personId === undefined
        ? Promise.resolve(null)
        : this.vault.seal(personId, 'appraisal', sealId(stream, id, `${prefix}/${field}`), text);
    return {
      ...clear,
      deviation: deviation ? { code: deviation.code, text: await seal('deviation', deviation.text) } : null,
      appreciation: await seal('appreciation', appreciation),
    };
  }

  /** The member as the command's digest covers him: texts by their HMAC under his own key. */
  async #keyed({ deviation, appreciation, ...clear }: GroupMemberInput, personId: string | undefined): Promise<object> {
    if (personId === undefined) return clear;
    const digest = (text: string | undefined) =>
      text !== undefined && this.vault.keyedDigest(personId, 'appraisal', text);
    return {
      ...clear,
      deviation: deviation ? { code: deviation.code, text: (await digest(deviation.text)) || null } : null,
      appreciation: (await digest(appreciation)) || null,
    };
  }
}
