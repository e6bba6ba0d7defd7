import { type Candidacy, type CandidacyEvent, candidacyStream, evaluationsOf } from '@minutier/candidacy';
import { commandContext, commandWith } from '@minutier/testing';
import fc from 'fast-check';

import { absence, CANDIDACY_ID, caseStudyAssessed, enrolled, mark } from '../../candidacy/src/candidacy.examples.js';
import { assessCaseStudy } from './assess-case-study/assess-case-study.decide.js';
import { assessRolePlay } from './assess-role-play/assess-role-play.decide.js';
import { caseStudy, correction, frame, input, nothingHeld, rolePlay } from './assessment.examples.js';
import { correctEvaluation } from './correct-evaluation/correct-evaluation.decide.js';
import { GROUP_WORK_ID, groupWork } from './groupwork.examples.js';
import { voidEvaluation } from './void-evaluation/void-evaluation.decide.js';
import { recordGroupWorkLine } from './record-line-when-group-role-play-assessed/record-group-work-line.decide.js';

/**
 * Goal: whatever is sent, in whatever order and however often, a place holds one evaluation. Method: random sequences
 * of commands of several kinds against one candidacy; after each fact the places of the evaluations are all different.
 */
type Given = (candidacy: Candidacy) => readonly CandidacyEvent[] | object;

const context = commandContext({ today: '2019-09-30' });
const place = fc.record({
  occurrence: fc.integer({ min: 1, max: 3 }),
  attempt: fc.integer({ min: 1, max: 3 }),
});
const value = fc.integer({ min: 0, max: 20 }).map(String);

const caseStudies = fc
  .tuple(fc.constantFrom('F8-M1', 'F4-M1', 'F3-M1', 'F6-M3'), place, value, fc.boolean())
  .map(([modality, at, mark_, held]): Given => {
    const command = caseStudy({ context, modality, ...at, outcome: input(mark(mark_)) });
    return (candidacy) => assessCaseStudy(held ? command : nothingHeld(command, absence()), candidacy, frame());
  });
const rolePlays = fc.tuple(fc.constantFrom('F5-M2', 'F1-M2'), place).map(
  ([modality, at]): Given =>
    (candidacy) =>
      assessRolePlay(rolePlay({ context, modality, ...at }), candidacy, frame()),
);
const groupLines = fc.tuple(fc.constantFrom(1, 2), fc.integer({ min: 1, max: 3 })).map(([line, attempt]): Given => {
  const fields = { context, candidacyId: CANDIDACY_ID, groupWorkId: GROUP_WORK_ID, line };
  const command = commandWith<Parameters<typeof recordGroupWorkLine>[0]>(fields);
  return (candidacy) => recordGroupWorkLine(command, candidacy, groupWork({ attempt }), frame());
});
const corrections = value.map((mark_): Given => {
  const command = correction({ evaluationId: caseStudyAssessed().data.evaluationId, outcome: input(mark(mark_)) });
  return (candidacy) => correctEvaluation(command, candidacy, frame());
});
/** Voids one of the evaluations in force, whichever. */
const voidings = fc.integer({ min: 0, max: 9 }).map((which): Given => {
  const authority = { code: 'examination-office' } as const;
  const given = {
    context,
    candidacyId: CANDIDACY_ID,
    reason: 'recorded-in-error',
    explanation: null,
    authority,
  } as const;
  return (candidacy) => {
    const inForce = [...evaluationsOf(candidacy).keys()];
    const evaluationId = inForce[which % Math.max(1, inForce.length)] ?? CANDIDACY_ID;
    return voidEvaluation(commandWith<Parameters<typeof voidEvaluation>[0]>({ ...given, evaluationId }), candidacy);
  };
});

describe('a place of a candidacy', () => {
  it('holds one evaluation, whatever the commands and their order', () => {
    const sequences = fc.array(fc.oneof(caseStudies, rolePlays, groupLines, corrections, voidings), { maxLength: 40 });
    fc.assert(
      fc.property(sequences, (given) => {
        let candidacy = candidacyStream.evolve(candidacyStream.initial, enrolled());
        let recorded = 0;
        const ids = new Set<string>();
        for (const decide of given) {
          const decision = decide(candidacy);
          if (!Array.isArray(decision)) continue;
          const facts = decision as readonly CandidacyEvent[];
          for (const { type, data } of facts) {
            if (type === 'EvaluationVoided') recorded -= 1;
            if (!type.endsWith('Assessed')) continue;
            recorded += 1;
            const { evaluationId } = data as { evaluationId: string };
            expect([...ids]).not.toContain(evaluationId);
            ids.add(evaluationId);
          }
          candidacy = facts.reduce(candidacyStream.evolve, candidacy);
          const places = [...evaluationsOf(candidacy).values()].map(({ modality, occurrence, attempt }) =>
            [modality, occurrence, attempt].join(' '),
          );
          expect(new Set(places).size).toBe(recorded);
          expect(places).toHaveLength(recorded);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is filled again under the next entry once what stood there was voided', () => {
    const { evaluationId } = caseStudyAssessed().data;
    const voided = { type: 'EvaluationVoided', data: { evaluationId, origin: null } } as never;
    const emptied = [enrolled(), caseStudyAssessed(), voided].reduce(candidacyStream.evolve, candidacyStream.initial);
    expect(assessCaseStudy(caseStudy(), emptied, frame())).toEqual([caseStudyAssessed({ entry: 2 })]);
  });
});
