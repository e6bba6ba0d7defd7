import type { Outcome } from '@minutier/candidacy';
import { modalitiesOf, type Rules } from '@minutier/framework';

import { mark } from '../../candidacy/src/candidacy.examples.js';
import { framework } from '../../framework/src/framework.examples.js';
import { DEMONSTRATION, rules } from '../../framework/src/rules.examples.js';
import type { CountedEvaluation } from './modality-result.js';
import { transcriptResults } from './results.js';

export const BLOCKS = ['RNCP28684BC01', 'RNCP28684BC02', 'RNCP28684BC03'] as const;
const demonstration = rules(DEMONSTRATION);

/** One evaluation: its place and what came of it; a text is a mark on twenty. */
export function evaluated(
  modality: string,
  outcome: Outcome | string,
  place: Partial<Pick<CountedEvaluation, 'occurrence' | 'attempt' | 'session' | 'corrections'>> = {},
): CountedEvaluation {
  const { occurrence = 1, attempt = 1, session = 1, corrections = [] } = place;
  return {
    evaluationId: `${modality}/${occurrence}/${attempt}`,
    modality,
    occurrence,
    attempt,
    session,
    heldOn: session === 1 ? '2019-01-15' : '2019-09-03',
    outcome: typeof outcome === 'string' ? mark(outcome) : outcome,
    corrections,
  };
}

/** The places of the fiche's 20 counted evaluations: line and occurrence, in the order of its table. */
export function countedPlaces(): readonly { readonly modality: string; readonly occurrence: number }[] {
  return modalitiesOf(framework()).flatMap(({ modality: { id, count } }) =>
    Array.from({ length: count ?? 0 }, (_, index) => ({ modality: id, occurrence: index + 1 })),
  );
}

/** All 20 evaluations of the fiche at one mark, with those of `others` in their place. */
export function everyEvaluation(value: string, ...others: readonly CountedEvaluation[]): CountedEvaluation[] {
  const same = countedPlaces()
    .map(({ modality, occurrence }) => evaluated(modality, value, { occurrence }))
    .filter(({ evaluationId }) => !others.some((other) => other.evaluationId === evaluationId));
  return [...same, ...others];
}

/** The transcript of these evaluations, with its parts by code; under the demonstration's rules unless others are given. */
export function transcript(evaluations: readonly CountedEvaluation[], under: Rules = demonstration, route = 'CQ') {
  const results = transcriptResults(framework(), under, { route, evaluations });
  const functions = results.blocks.flatMap((block) => block.functions);
  const lines = functions.flatMap(({ modalities }) => modalities);
  return {
    ...results,
    block: (code: string) => results.blocks.find((one) => one.code === code)!,
    function: (code: string) => functions.find((one) => one.code === code)!,
    line: (id: string) => lines.find(({ modality }) => modality === id)!,
  };
}
