import { accommodationsOf } from './accommodations.js';
import { candidatesWhoSit } from './attendance.js';
import { trueMark } from './case-studies.js';
import type { StoryCandidate } from './cast.js';
import { placed } from './centres.js';
import { appreciationOf, type Quarters, resultOf, studyGrid } from './marks.js';
import type { Chapter, Step, Telling } from './telling.js';

const STUDY = { modality: 'F1-M1', occurrence: 1, heldOn: '2018-11-20' } as const;

/** How far, in quarters, each of two marks is from their mean; more than four points between them call a third marker. */
const FAR_APART: Readonly<Record<string, Quarters>> = { C09: 10 };

/** The one study that the rules have marked blind: the mark comes of the last mark submitted, the mean of them all. */
export function blindMarking(telling: Telling): Chapter {
  const sitting = candidatesWhoSit(telling, STUDY.modality, STUDY.heldOn);
  const further = sitting.filter(({ code }) => FAR_APART[code] !== undefined);
  return {
    day: '2018-11-27',
    title: `Étude de cas F1-M1, en double aveugle : ${sitting.length} copies, deux notes chacune, une troisième pour ${further.length}.`,
    by: 'registrar',
    steps: [
      ...sitting.map((candidate) => blindMark(telling, candidate, 0)),
      ...sitting.map((candidate) => blindMark(telling, candidate, 1)),
      ...further.map((candidate) => blindMark(telling, candidate, 2)),
    ],
  };
}

function blindMark(telling: Telling, candidate: StoryCandidate, marker: number): Step {
  const { cast, dice } = telling;
  const { code, candidacyId } = candidate;
  const apart = FAR_APART[code] ?? dice(`apart ${code} F1-M1`).between(0, 5);
  const mean = Math.min(80 - apart, Math.max(apart, trueMark(telling, candidate, 'F1-M1', 1)));
  const quarters = mean + [-apart, apart, 0][marker]!;
  return {
    name: `${code} F1-M1/1 marker ${marker + 1}`,
    path: `candidacies/${candidacyId}/blind-marks`,
    body: {
      ...placed(STUDY),
      ...accommodationsOf(telling, candidate, STUDY.heldOn),
      assessorId: cast.assessors[marker]!.id,
      mark: { result: resultOf(quarters), grid: studyGrid(quarters) },
      written: true,
      oral: false,
      facts: { subjectCode: 'EC-F1-M1-1' },
      // One comment is enough for the candidate.
      ...(marker === 0 ? { appreciation: appreciationOf(mean, dice(`words ${code} F1-M1/1`)) } : {}),
    },
  };
}
