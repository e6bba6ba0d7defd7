import type { StoryCandidate } from './cast.js';
import { NEVER_RECORDED, OTHER_OUTCOMES, placeKey, WEAK_DAYS, WRONG_MARKS } from './exceptions.js';
import {
  appreciationOf,
  bySeveral,
  bySingle,
  type Form,
  gridOf,
  meanOf,
  obtained,
  outcomeOf,
  type Quarters,
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

/** The eleven case studies, in the order of the year. */
const CASE_STUDIES: readonly CaseStudy[] = [
  { modality: 'F1-M1', occurrence: 1, heldOn: '2018-11-20', recordedOn: '2018-11-27' },
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
const OUTCOMES: Readonly<Record<string, string>> = { absence: 'une absence', exemption: 'une dispense' };

export function caseStudies(telling: Telling): Chapter[] {
  return CASE_STUDIES.map((study) => {
    const { modality, occurrence, recordedOn } = study;
    const sitting = candidatesWhoSit(telling).filter(
      ({ code }) => !NEVER_RECORDED.has(placeKey(code, modality, occurrence)),
    );
    const others = sitting.flatMap(({ code }) => OTHER_OUTCOMES[placeKey(code, modality, occurrence)] ?? []);
    const told = others.map((outcome) => `, dont ${OUTCOMES[(outcome as { kind: string }).kind]}`).join('');
    return {
      day: recordedOn,
      title: `Étude de cas ${modality}, épreuve ${occurrence} : ${sitting.length} candidats${told}.`,
      by: 'registrar',
      steps: sitting.map((candidate) => caseStudyStep(telling, study, candidate)),
    };
  });
}

/** Everybody but the VAE candidate, for whom the rules foresee no line. */
export function candidatesWhoSit({ cast }: Telling): StoryCandidate[] {
  return cast.candidates.filter(({ route }) => route !== 'VAE');
}

function caseStudyStep(telling: Telling, study: CaseStudy, candidate: StoryCandidate): Step {
  const { modality, occurrence, heldOn } = study;
  const key = placeKey(candidate.code, modality, occurrence);
  const place = { modality, occurrence, attempt: 1, session: 1, heldOn };
  const step = { name: key, path: `candidacies/${candidate.candidacyId}/case-studies` };
  const other = OTHER_OUTCOMES[key];
  if (other) return { ...step, body: { ...place, outcome: other } };
  return { ...step, body: { ...place, ...markedCaseStudy(telling, study, candidate) } };
}

function markedCaseStudy(telling: Telling, { modality, occurrence, oral }: CaseStudy, candidate: StoryCandidate) {
  const quarters = trueMark(telling, candidate, modality, occurrence);
  const wrong = WRONG_MARKS.find(
    (one) => one.code === candidate.code && one.modality === modality && one.occurrence === occurrence,
  );
  const recorded = wrong ? within(quarters + wrong.offBy) : quarters;
  const facts = { subjectCode: `EC-${modality}-${occurrence}` };
  const appreciation = appreciationOf(
    quarters,
    telling.dice(`words ${placeKey(candidate.code, modality, occurrence)}`),
  );
  const conduct = oral
    ? secondReading(telling, candidate, modality, recorded)
    : caseStudyConduct(telling, modality, occurrence, recorded, quarters);
  return { outcome: outcomeOf(recorded), conduct, facts, appreciation };
}

/** The mark that the candidate deserves at a place; what is recorded may differ, until it is corrected. */
export function trueMark(telling: Telling, candidate: StoryCandidate, modality: string, occurrence: number): Quarters {
  const key = placeKey(candidate.code, modality, occurrence);
  return WEAK_DAYS[key] ?? obtained(candidate, telling.dice(`mark ${key}`));
}

/** One assessor with a grid: the grid adds up to the true mark, whatever was written under it. */
export function caseStudyConduct(
  { cast }: Telling,
  modality: string,
  occurrence: number,
  recorded: Quarters,
  deserved: Quarters,
) {
  const form: Form = { written: true, oral: false };
  return bySingle(
    cast.assessors[Number(modality[1]) % 4]!,
    recorded,
    form,
    gridOf(`GRILLE-${modality}-${occurrence}`, deserved),
  );
}

/** With an oral there are two assessors, and the mark is the mean of theirs. */
function secondReading({ cast, dice }: Telling, { code }: StoryCandidate, modality: string, quarters: Quarters) {
  const [first, second] = [cast.assessors[0]!, cast.assessors[3]!];
  const apart = Math.min(dice(`apart ${code} ${modality}`).between(0, 6), quarters, 80 - quarters);
  const parts = [
    { assessor: first, quarters: quarters - apart },
    { assessor: second, quarters: quarters + apart },
  ];
  if (meanOf(parts[0]!.quarters, parts[1]!.quarters) !== quarters) throw new RangeError('the mean must be the mark');
  return bySeveral(parts, 'mean', { written: true, oral: true });
}
