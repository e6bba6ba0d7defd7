import type { StoryCandidate } from './cast.js';
import { appreciationOf, bySeveral, bySingle, gridOf, outcomeOf } from './marks.js';
import type { Chapter, Telling } from './telling.js';

/** September: what was weak, or missed with good reason, is sat again. */
export function resits(telling: Telling): Chapter[] {
  const { cast, dice } = telling;
  const candidate = (code: string): StoryCandidate => cast.candidates.find((one) => one.code === code)!;
  const again = { attempt: 2, session: 2, heldOn: '2019-09-10' };
  const assessors = [cast.assessors[0]!, cast.assessors[3]!];
  const step = (code: string, place: { modality: string; occurrence: number }, quarters: number, conduct: object) => ({
    name: `again ${code} ${place.modality}/${place.occurrence}`,
    path: `candidacies/${candidate(code).candidacyId}/case-studies`,
    body: {
      ...place,
      ...again,
      outcome: outcomeOf(quarters),
      conduct,
      facts: { subjectCode: `EC-${place.modality}-R` },
      appreciation: appreciationOf(quarters, dice(`words again ${code}`)),
    },
  });
  const [weak, missed] = [46, 50];
  return [
    {
      day: '2019-09-17',
      title: 'Rattrapage : deux candidats présentent une seconde fois une étude de cas.',
      by: 'registrar',
      steps: [
        step(
          'C10',
          { modality: 'F8-M2', occurrence: 1 },
          weak,
          bySeveral(
            assessors.map((assessor) => ({ assessor, quarters: weak })),
            'mean',
            { written: true, oral: true },
          ),
        ),
        step(
          'C04',
          { modality: 'F3-M1', occurrence: 2 },
          missed,
          bySingle(cast.assessors[3]!, missed, { written: true, oral: false }, gridOf('GRILLE-F3-M1-R', missed)),
        ),
      ],
    },
  ];
}
