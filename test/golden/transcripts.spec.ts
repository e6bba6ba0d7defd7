import type { Outcome } from '@minutier/candidacy';
import { type ModalityRule, NO_ITEMS, type Rules } from '@minutier/framework';
import { type Covers, transcriptResults } from '@minutier/transcript';

import { framework } from '../../libs/framework/src/framework.examples.js';
import { evaluated } from '../../libs/transcript/src/transcript.examples.js';
import { golden, goldenFile } from './written.js';

/**
 * Goal: a result of 2019 is calculated the same in 2039. Method: rules and evaluations kept as files, with the
 * transcript that calculation 1, or 2 where the rules name it, gave. What rules say is kept whole, so that no later default changes it.
 */
interface Kept {
  readonly story: string;
  readonly route: string;
  /** Where these rules differ from test/golden/rules/demonstration.json; rules of lines by line. */
  readonly rules: Partial<Omit<Rules, 'modalityRules'>> & {
    readonly modalityRules?: Record<string, Partial<ModalityRule>>;
  };
  readonly evaluations: readonly [
    modality: string,
    occurrence: number,
    attempt: number,
    session: number,
    outcome: Outcome | string,
  ][];
  /** What stands without a mark; since calculation 2. */
  readonly covers?: Covers;
  readonly expected: object;
  /** The evaluations that count, by line, occurrence and attempt. */
  readonly counting: readonly string[];
}

const demonstration = goldenFile<Rules>('rules/demonstration.json');

function rulesOf({ modalityRules = {}, ...changes }: Kept['rules']): Rules {
  const lines = demonstration.modalityRules.map((rule) => ({ ...rule, ...modalityRules[rule.modality] }));
  return { ...NO_ITEMS, ...demonstration, ...changes, modalityRules: lines };
}

describe('transcripts calculated in the past', () => {
  const kept = golden<Kept>('transcripts');

  it('are kept', () => {
    expect(kept.length).toBeGreaterThan(15);
  });

  it.each(kept.map(([name, content]) => [content.story, name, content] as const))(
    '%s (%s)',
    (_story, _name, content) => {
      const evaluations = content.evaluations.map(([modality, occurrence, attempt, session, outcome]) =>
        evaluated(modality, outcome, { occurrence, attempt, session }),
      );
      const results = transcriptResults(framework(), rulesOf(content.rules), {
        route: content.route,
        evaluations,
        ...(content.covers ? { covers: content.covers } : {}),
      });
      expect(results).toMatchObject(content.expected);
      const lines = results.blocks.flatMap(({ functions }) => functions.flatMap(({ modalities }) => modalities));
      const counting = lines.flatMap((line) => line.evaluations.filter(({ counts }) => counts));
      expect(counting.map(({ evaluationId }) => evaluationId)).toEqual(content.counting);
    },
  );
});
