import { ruleOf, type Rules } from '@minutier/framework';

import { modalityResult, type ValuedModality } from './modality-result.js';
import type { CandidacyMarks } from './transcript-results.js';

/** The rules' own lines that stand, on the candidate's route, for a block, a function or a line of the fiche (A19). */
export function substituteResults(
  level: 'block' | 'function' | 'modality',
  code: string,
  rules: Rules,
  marks: Required<CandidacyMarks>,
): readonly ValuedModality[] {
  return rules.substituteLines
    .filter(
      ({ replaces, routes }) =>
        replaces.level === level && replaces.codes.includes(code) && routes.includes(marks.route as never),
    )
    .map(({ line, kind, labelExact }) =>
      modalityResult({ id: line, kind, exact: labelExact }, ruleOf(rules, line)!, marks, rules),
    );
}
