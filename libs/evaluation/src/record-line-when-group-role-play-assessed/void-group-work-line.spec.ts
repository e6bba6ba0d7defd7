import { type CandidacyEvent, candidacyStream, type EvaluationVoided } from '@minutier/candidacy';
import { commandContext, commandWith, logged, specification } from '@minutier/testing';

import { CANDIDACY_ID, conduct, enrolled, mark, rolePlayAssessed } from '../../../candidacy/src/candidacy.examples.js';
import {
  GROUP_WORK_ID,
  groupRolePlayAssessed,
  groupWorkAfter,
  groupWorkVoided,
  lineAssessed,
  lineRefused,
  lineReportedRefused,
  lineSettled,
  lineVoided,
  voidingReportedRefused,
} from '../groupwork.examples.js';
import { recordLineWhenGroupRolePlayAssessed } from './record-line-when-group-role-play-assessed.reactor.js';
import type { VoidGroupWorkLine } from './void-group-work-line.command.js';
import { voidGroupWorkLine } from './void-group-work-line.decide.js';

const { given } = specification(candidacyStream, voidGroupWorkLine);
const voiding = commandWith<VoidGroupWorkLine>({
  context: commandContext(),
  candidacyId: CANDIDACY_ID,
  groupWorkId: GROUP_WORK_ID,
  line: 1,
});
const origin = { kind: 'group-work', id: GROUP_WORK_ID, line: 1 } as const;
const recorded = rolePlayAssessed({ modality: 'F1-M2', outcome: mark('13.5'), conduct: conduct(), origin });
const { evaluationId } = recorded.data;
const work = [groupRolePlayAssessed(), lineAssessed(1), lineAssessed(2)];
const voids = [groupWorkVoided(), lineVoided(1), lineVoided(2)];
const voidedWork = groupWorkAfter(...work, ...voids);

const voided = (changes: Partial<EvaluationVoided['data']> = {}): EvaluationVoided => ({
  type: 'EvaluationVoided',
  data: {
    evaluationId,
    from: mark('13.5'),
    origin,
    sanctionId: null,
    reason: { code: 'group-work-voided', text: null },
    authority: groupWorkVoided().data.authority,
    ...changes,
  },
});
const voidingRefused = (refused: string) => ({ type: 'VoidingRefused', data: { origin, refused } }) as const;
const frozen: CandidacyEvent = {
  type: 'MarksFrozen',
  data: {
    session: 1,
    evaluationsInForce: 1,
    reason: { code: 'before-jury', text: null },
    authority: { code: 'examination-office', document: null },
  },
};
const transferred = {
  type: 'TransferredOut',
  data: { toCandidacyId: '5f0f3c1e-0000-5000-8000-0000000000d9', effectiveOn: '2019-03-01' },
} as unknown as CandidacyEvent;

describe('the line of a voided group’s work', () => {
  it('is told to the candidacy of the member', () => {
    const asked = recordLineWhenGroupRolePlayAssessed.react(logged(`groupwork-${GROUP_WORK_ID}`, lineVoided(1)));
    expect(asked.map(({ stream }) => stream)).toEqual([`candidacy-${CANDIDACY_ID}`]);
    expect(asked[0]!.command(commandContext())).toEqual({ ...voiding });
  });

  it('is carried by the reaction that records lines, so that it never overtakes its own', () => {
    expect(recordLineWhenGroupRolePlayAssessed.reads).toEqual(
      expect.arrayContaining(['GroupWorkLineAssessed', 'GroupWorkLineVoided']),
    );
  });

  it('is voided there, on the authority that voided the whole', () => {
    given(enrolled(), recorded).when(voiding, voidedWork).then(voided());
  });

  it('is voided with what corrections made of it', () => {
    const corrected = {
      type: 'EvaluationCorrected',
      data: {
        evaluationId,
        from: mark('13.5'),
        to: mark('14'),
        conduct: null,
        reason: { code: 'keying-error', text: null },
        authority: { code: 'examination-office', document: null },
        rules: recorded.data.rules,
      },
    } as const;
    given(enrolled(), recorded, corrected)
      .when(voiding, voidedWork)
      .then(voided({ from: mark('14') }));
  });

  it('leaves a mark alone that came otherwise, and says that it found none', () => {
    const byHand = rolePlayAssessed({ modality: 'F1-M2', conduct: conduct(), origin: null });
    const otherLine = rolePlayAssessed({ modality: 'F3-M2', conduct: conduct(), origin: { ...origin, line: 2 } });
    given(enrolled(), byHand, otherLine).when(voiding, voidedWork).then(voidingRefused('EVALUATION_NOT_FOUND'));
  });

  it('stays where the marks are frozen, and the file says so', () => {
    given(enrolled(), recorded, frozen).when(voiding, voidedWork).then(voidingRefused('MARKS_FROZEN'));
  });

  it('stays with a candidate who was transferred: it is voided where it was brought over', () => {
    given(enrolled(), recorded, transferred).when(voiding, voidedWork).then(voidingRefused('CANDIDACY_TRANSFERRED'));
  });

  it('settles a refusal of the line, which never stood', () => {
    const settled = { type: 'RefusalSettled', data: { origin, settlement: 'dropped' } } as const;
    given(enrolled(), lineRefused(1, 'SESSION_CLOSED')).when(voiding, voidedWork).then(settled);
    given(enrolled(), lineRefused(1, 'SESSION_CLOSED'), settled)
      .when(voiding, voidedWork)
      .then(voidingRefused('EVALUATION_NOT_FOUND'));
  });

  it('finds nothing to do where a person dropped it before', () => {
    const dropped = groupWorkAfter(
      ...work,
      lineReportedRefused(1, 'SESSION_CLOSED'),
      lineSettled(1, { settlement: 'dropped' }),
      ...voids,
    );
    given(enrolled()).when(voiding, dropped).thenNothing();
  });

  it('asks for a person where the mark was recorded otherwise', () => {
    const otherwise = groupWorkAfter(
      ...work,
      lineReportedRefused(1, 'SESSION_CLOSED'),
      lineSettled(1, { settlement: 'recorded-otherwise' }),
      ...voids,
    );
    given(enrolled()).when(voiding, otherwise).then(voidingRefused('EVALUATION_NOT_FOUND'));
  });

  it('is refused again where the voiding is tried again in vain', () => {
    const again = groupWorkAfter(...work, ...voids, voidingReportedRefused(1, 'EVALUATION_NOT_FOUND'), lineSettled(1));
    given(enrolled(), voidingRefused('EVALUATION_NOT_FOUND'))
      .when(voiding, again)
      .then(voidingRefused('EVALUATION_NOT_FOUND'));
  });

  it('says to a file that nobody is enrolled in that nothing is there', () => {
    given().when(voiding, voidedWork).then(voidingRefused('EVALUATION_NOT_FOUND'));
  });
});
