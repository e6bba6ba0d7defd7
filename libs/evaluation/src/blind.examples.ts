import type { AssessorPart } from '@minutier/candidacy';
import type { MarkingRule } from '@minutier/framework';
import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith } from '@minutier/testing';

import { CANDIDACY_ID, sealed } from '../../candidacy/src/candidacy.examples.js';
import { frame } from './assessment.examples.js';
import { blindMarkSubmitted } from './changes.examples.js';
import type { SubmitBlindMark } from './submit-blind-mark/submit-blind-mark.command.js';

/** The command as it is decided. */
export type BlindMarkCommand = SealedCommand<SubmitBlindMark>;

/** The frame under a rule of marking; that of the demonstration names none. */
export const ruled = (rule: Partial<MarkingRule> = {}, within = frame()) => {
  const whole = { modality: null, assessorsMin: 2, blind: true, gapMax: '4', ...rule };
  return { ...within, rules: { ...within.rules, markingRules: [whole] } };
};

/** The command that submits an assessor’s mark of the case study, unless `changes` say otherwise. */
export const submitting = (assessorId: string, changes: Partial<BlindMarkCommand> = {}) =>
  commandWith<BlindMarkCommand>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    modality: 'F8-M1',
    occurrence: 1,
    attempt: 1,
    session: 1,
    heldOn: '2019-01-15',
    assessorId,
    mark: sealed(`note de ${assessorId}`),
    appreciation: null,
    written: true,
    oral: false,
    facts: { subjectCode: 'EC-2019-03' },
    subject: null,
    reportTitle: null,
    ...changes,
  });

/** A mark on twenty, in clear. */
export const own = (value: string, grid: AssessorPart['grid'] = null) => ({ result: { scale: 'twenty', value }, grid });

/** What is decided on where nobody has submitted before. */
export const alone = (value: string) => opened(value, {});

/** What is decided on: the mark submitted, and those submitted before. */
export const opened = (value: string, others: Readonly<Record<string, string>>) => ({
  own: own(value),
  others: new Map(Object.entries(others).map(([id, one]) => [id, own(one)])),
  appreciation: null,
});

/** The fact that it becomes. */
export const submitted = (assessorId: string, changes: Parameters<typeof blindMarkSubmitted>[0] = {}) =>
  blindMarkSubmitted({ assessorId, mark: sealed(`note de ${assessorId}`), ...changes });
