import type { CandidacyEvent } from './candidacy.events.js';
import { absence, candidacy, caseStudyAssessed, enrolled, mark, rolePlayAssessed } from './candidacy.examples.js';
import { heldOnIn, marksOf } from './cohort-candidacies.js';
import type { EnrolledCandidacy } from './enrolled-candidacy.js';

const file = (...facts: readonly CandidacyEvent[]) => candidacy(enrolled(), ...facts) as EnrolledCandidacy;
const { evaluationId, heldOn } = caseStudyAssessed().data;

describe('what stands in the files of a cohort', () => {
  it('is the lines on which something stands, and the scales on which there is a mark, each once', () => {
    const levels = { kind: 'result', result: { scale: 'apna', value: 'A' } } as const;
    const files = [file(caseStudyAssessed(), rolePlayAssessed()), file(caseStudyAssessed({ outcome: levels }))];
    expect(marksOf(files)).toEqual({ modalities: ['F5-M2', 'F8-M1'], scales: ['apna', 'twenty'] });
    const absent = file(caseStudyAssessed({ outcome: absence() }));
    expect(marksOf([absent])).toEqual({ modalities: ['F8-M1'], scales: [] });
    expect(marksOf([file()])).toEqual({ modalities: [], scales: [] });
  });

  it('is the days of what was held in that session, here and not elsewhere', () => {
    const here = file(caseStudyAssessed({ outcome: mark('12') }));
    expect(heldOnIn(1, [here, file()])).toEqual([heldOn]);
    expect(heldOnIn(2, [here])).toEqual([]);
    const broughtFrom = { candidacyId: enrolled().data.cohortId, evaluationId };
    const evaluations = new Map([[evaluationId, { ...here.evaluations.get(evaluationId)!, broughtFrom }]]);
    expect(heldOnIn(1, [{ ...here, evaluations }])).toEqual([]);
  });
});
