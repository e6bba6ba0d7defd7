import { candidatesWhoSit } from './attendance.js';
import type { StoryCandidate } from './cast.js';
import { placed } from './centres.js';
import { markedAs, OTHER_OUTCOMES, placeKey, WEAK_DAYS, WRONG_MARKS } from './exceptions.js';
import { accommodationsOf } from './accommodations.js';
import {
  appreciationOf,
  bySeveral,
  bySingle,
  type Form,
  meanOf,
  obtained,
  outcomeOf,
  type Quarters,
  studyGrid,
  within,
} from './marks.js';
import type { Chapter, Step, Telling } from './telling.js';

interface CaseStudy {
  readonly modality: string;
  readonly occurrence: number;
  readonly heldOn: string;
  readonly recordedOn: string;
  readonly oral?: true;
}

/** The case studies that one assessor marks, or two who hear the oral, in the order of the year. */
const CASE_STUDIES: readonly CaseStudy[] = [
  { modality: 'F3-M1', occurrence: 1, heldOn: '2019-01-15', recordedOn: '2019-01-22' },
  { modality: 'F4-M1', occurrence: 1, heldOn: '2019-01-29', recordedOn: '2019-02-05' },
  { modality: 'F3-M1', occurrence: 2, heldOn: '2019-02-12', recordedOn: '2019-02-19' },
  { modality: 'F4-M1', occurrence: 2, heldOn: '2019-03-05', recordedOn: '2019-03-12' },
  { modality: 'F5-M1', occurrence: 1, heldOn: '2019-03-19', recordedOn: '2019-03-26' },
  { modality: 'F7-M1', occurrence: 1, heldOn: '2019-04-16', recordedOn: '2019-04-23' },
  { modality: 'F8-M1', occurrence: 1, heldOn: '2019-05-07', recordedOn: '2019-05-14' },
  { modality: 'F8-M2', occurrence: 1, heldOn: '2019-05-14', recordedOn: '2019-05-21', oral: true },
  { modality: 'F9-M1', occurrence: 1, heldOn: '2019-05-21', recordedOn: '2019-05-28' },
  { modality: 'F9-M2', occurrence: 1, heldOn: '2019-05-28', recordedOn: '2019-06-04', oral: true },
];
const OUTCOMES: Readonly<Record<string, string>> = {
  justified: 'une absence justifiée',
  unjustified: 'une absence sans motif',
  exemption: 'une dispense',
};

export function caseStudies(telling: Telling): Chapter[] {
  return CASE_STUDIES.map((study) => {
    const { modality, occurrence, heldOn, recordedOn } = study;
    const sitting = candidatesWhoSit(telling, modality, heldOn, occurrence);
    const others = sitting.flatMap(({ code }) => OTHER_OUTCOMES[placeKey(code, modality, occurrence)] ?? []);
    const told = others.map((outcome) => `, dont ${OUTCOMES[kindOf(outcome)]}`).join('');
    return {
      day: recordedOn,
      title: `Étude de cas ${modality}, épreuve ${occurrence} : ${sitting.length} candidats${told}.`,
      by: 'registrar',
      steps: sitting.map((candidate) => caseStudyStep(telling, study, candidate)),
    };
  });
}

function kindOf(outcome: object): string {
  const { kind, justified } = outcome as { kind: string; justified?: boolean };
  return kind === 'absence' ? (justified ? 'justified' : 'unjustified') : kind;
}

function caseStudyStep(telling: Telling, study: CaseStudy, candidate: StoryCandidate): Step {
  const { modality, occurrence, heldOn } = study;
  const key = placeKey(candidate.code, modality, occurrence);
  const step = { name: key, path: `candidacies/${candidate.candidacyId}/case-studies` };
  const other = OTHER_OUTCOMES[key];
  if (other) return { ...step, body: { ...placed(study), outcome: other } };
  const accommodated = accommodationsOf(telling, candidate, heldOn);
  return { ...step, body: { ...placed(study), ...accommodated, ...markedCaseStudy(telling, study, candidate) } };
}

function markedCaseStudy(telling: Telling, { modality, occurrence, oral }: CaseStudy, candidate: StoryCandidate) {
  const marked = markedAs(candidate.code, modality, occurrence);
  const whose = telling.cast.candidates.find(({ code }) => code === marked)!;
  const quarters = trueMark(telling, whose, modality, occurrence);
  const wrong = WRONG_MARKS.find(
    (one) => one.code === candidate.code && one.modality === modality && one.occurrence === occurrence,
  );
  const recorded = wrong ? within(quarters + wrong.offBy) : quarters;
  const facts = { subjectCode: `EC-${modality}-${occurrence}` };
  const appreciation = appreciationOf(quarters, telling.dice(`words ${placeKey(marked, modality, occurrence)}`));
  const conduct = oral
    ? secondReading(telling, candidate, modality, recorded)
    : caseStudyConduct(telling, modality, recorded, quarters);
  return { outcome: outcomeOf(recorded), conduct, facts, appreciation };
}

/** The mark that the candidate deserves at a place; what is recorded may differ, until it is corrected. */
export function trueMark(telling: Telling, candidate: StoryCandidate, modality: string, occurrence: number): Quarters {
  const key = placeKey(candidate.code, modality, occurrence);
  return WEAK_DAYS[key] ?? obtained(candidate, telling.dice(`mark ${key}`));
}

/** One assessor with a grid: the grid adds up to the true mark, whatever was written under it. */
export function caseStudyConduct({ cast }: Telling, modality: string, recorded: Quarters, deserved: Quarters) {
  const form: Form = { written: true, oral: false };
  return bySingle(cast.assessors[Number(modality[1]) % 4]!, recorded, form, studyGrid(deserved));
}

/** With an oral there are two assessors, and the mark is the mean of theirs. */
export function secondReading({ cast, dice }: Telling, { code }: StoryCandidate, modality: string, quarters: Quarters) {
  const [first, second] = [cast.assessors[0]!, cast.assessors[3]!];
  const apart = Math.min(dice(`apart ${code} ${modality}`).between(0, 6), quarters, 80 - quarters);
  const parts = [
    { assessor: first, quarters: quarters - apart },
    { assessor: second, quarters: quarters + apart },
  ];
  if (meanOf(parts[0]!.quarters, parts[1]!.quarters) !== quarters) throw new RangeError('the mean must be the mark');
  return bySeveral(parts, 'mean', { written: true, oral: true });
}
