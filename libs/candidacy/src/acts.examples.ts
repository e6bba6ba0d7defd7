import type { Decision, SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith } from '@minutier/testing';
import { frameworkStream, type Rules } from '@minutier/framework';

import { cohort } from '../../cohort/src/cohort.examples.js';
import { framework } from '../../framework/src/framework.examples.js';
import { rules as adoptedRules } from '../../framework/src/rules.examples.js';
import { person } from '../../person/src/person.examples.js';
import type { CandidacyEvent } from './candidacy.events.js';
import { carryOverBlock } from './carry-over-block/carry-over-block.decide.js';
import { enrolCandidate } from './enrol-candidate/enrol-candidate.decide.js';
import type { EnrolCandidate } from './enrol-candidate/enrol-candidate.command.js';
import type { Candidacy } from './enrolled-candidacy.js';
import { OFFICE } from './enrolment.examples.js';
import type { PartLevel } from './fiche-parts.js';
import { freezeMarks } from './freeze-marks/freeze-marks.decide.js';
import { grantEquivalence } from './grant-equivalence/grant-equivalence.decide.js';
import { award, BOARD, holder } from './recognition.examples.js';
import { revokeCarryOver } from './revoke-carry-over/revoke-carry-over.decide.js';
import { revokeEquivalence } from './revoke-equivalence/revoke-equivalence.decide.js';
import { unfreezeMarks } from './unfreeze-marks/unfreeze-marks.decide.js';
import { voidEnrolment } from './void-enrolment/void-enrolment.decide.js';

/** What one command comes to in one file as it stands; the id is the command's own. */
export type Act = (candidacy: Candidacy, candidacyId: string, commandId: string) => Decision<CandidacyEvent, string>;

const act = { explanation: null, authority: OFFICE };
const given = (candidacyId: string, commandId: string) => ({
  ...act,
  candidacyId,
  context: commandContext({ commandId }),
});

/** The marks of a session are frozen, or may be changed again. */
export const freezing =
  (session: number): Act =>
  (candidacy, id, commandId) =>
    freezeMarks(
      commandWith<Parameters<typeof freezeMarks>[0]>({ ...given(id, commandId), session, reason: 'before-jury' }),
      candidacy,
      cohort(),
    );
export const unfreezing =
  (session: number): Act =>
  (candidacy, id, commandId) =>
    unfreezeMarks(
      commandWith<Parameters<typeof unfreezeMarks>[0]>({ ...given(id, commandId), session, reason: 'late-mark' }),
      candidacy,
    );

/** A part of the fiche is recognised under these rules. */
export const recognising =
  (level: PartLevel, code: string, rules: Rules = adoptedRules()): Act =>
  (candidacy, id, commandId) => {
    const { explanation: _none, ...fields } = given(id, commandId);
    const source = { number: 'RNCP35608', obtainedOn: '2016-07-05' };
    const seen = { sourceTitle: null, documentSeen: 'DIPLOME-2016-118', decidedOn: '2018-11-12' };
    const command = { ...fields, level, code, source, ...seen, authority: { code: BOARD.code } };
    return grantEquivalence(commandWith<Parameters<typeof grantEquivalence>[0]>(command), candidacy, {
      framework: framework(),
      rules,
    });
  };

/** A block of the same fiche, which the candidate holds, counts here. */
export const carryingOver =
  (block: string): Act =>
  (candidacy, id, commandId) => {
    const { explanation: _none, ...fields } = given(id, commandId);
    const held = award({ block });
    const command = { ...fields, block, awardIds: [held.awardId], decidedOn: '2018-11-12' };
    return carryOverBlock(commandWith<Parameters<typeof carryOverBlock>[0]>(command), candidacy, {
      persons: [holder(held)],
      framework: framework(),
      publications: frameworkStream.initial,
    });
  };

/** The recognition in force of that number, of whichever sort, is withdrawn. */
export const revoking =
  (which: number): Act =>
  (candidacy, id, commandId) => {
    if (candidacy.status === 'absent') return [];
    const [equivalences, carryOvers] = [[...candidacy.equivalences.keys()], [...candidacy.carryOvers.keys()]];
    const index = which % Math.max(1, equivalences.length + carryOvers.length);
    const equivalenceId = equivalences[index];
    const carryOverId = carryOvers[index - equivalences.length] ?? id;
    return equivalenceId === undefined
      ? revokeCarryOver(
          commandWith<Parameters<typeof revokeCarryOver>[0]>({
            ...given(id, commandId),
            carryOverId,
            reason: 'recorded-in-error',
          }),
          candidacy,
        )
      : revokeEquivalence(
          commandWith<Parameters<typeof revokeEquivalence>[0]>({
            ...given(id, commandId),
            equivalenceId,
            reason: 'granted-in-error',
          }),
          candidacy,
        );
  };

/** The enrolment was a mistake, or is made again. */
export const voidingEnrolment: Act = (candidacy, id, commandId) =>
  voidEnrolment(
    commandWith<Parameters<typeof voidEnrolment>[0]>({ ...given(id, commandId), reason: 'wrong-cohort' }),
    candidacy,
  );
export const enrolling: Act = (candidacy, candidacyId, commandId) => {
  const { cohortId } = cohort();
  const numbers = { ine: null, cpfFile: null, candidateNumber: '2018-017' };
  const fields = { candidacyId, cohortId, personId: candidacyId, route: 'CQ', enteredOn: '2018-10-01' } as const;
  const context = commandContext({ commandId });
  const command = commandWith<SealedCommand<EnrolCandidate> & { readonly candidacyId: string }>({
    context,
    ...fields,
    ...numbers,
  });
  return enrolCandidate(command, candidacy, {
    cohort: cohort(),
    framework: framework(),
    person: person(),
    centre: undefined,
  });
};
