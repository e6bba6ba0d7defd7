import { evaluationIdOf } from '@minutier/candidacy';

import { candidate } from './attendance.js';
import { caseStudyConduct, trueMark } from './case-studies.js';
import { placeKey, WRONG_MARKS } from './exceptions.js';
import { outcomeOf } from './marks.js';
import type { Chapter, Telling } from './telling.js';

/** Marks that were recorded wrongly are corrected by somebody's authority, days or weeks later. */
export function corrections(telling: Telling): Chapter[] {
  return WRONG_MARKS.map(
    ({ code, modality, occurrence, correctedOn, title, reason, explanation, authority }): Chapter => {
      const whose = candidate(telling, code);
      const { candidacyId } = whose;
      const quarters = trueMark(telling, whose, modality, occurrence);
      const evaluationId = evaluationIdOf(candidacyId, { modality, occurrence, attempt: 1, entry: 1 });
      return {
        day: correctedOn,
        title,
        by: 'registrar',
        steps: [
          {
            name: `correction ${placeKey(code, modality, occurrence)}`,
            path: `candidacies/${candidacyId}/evaluations/${evaluationId}/corrections`,
            body: {
              outcome: outcomeOf(quarters),
              conduct: caseStudyConduct(telling, modality, quarters, quarters),
              reason,
              explanation,
              authority,
            },
          },
        ],
      };
    },
  );
}
