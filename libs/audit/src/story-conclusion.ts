import type { TranscriptResults } from '@minutier/transcript';

import type { AuditItem } from './audit-trail.projection.js';
import { type Labels, rulesInWords } from './labels.js';
import type { ToldStory } from './story-telling.js';
import { Telling } from './telling.js';
import { textOf } from './trail.js';

const BLOCKS = {
  validated: 'le règlement propose de le valider',
  'not-validated': 'le règlement ne propose pas de le valider',
  open: 'des résultats manquent encore',
} as const;
const OUTCOMES = {
  admitted: 'l’admission',
  partial: 'une certification partielle',
  'not-admitted': 'la non-admission',
  open: 'rien encore, des résultats manquant',
} as const;

/** How an evaluation stands at the end of its story. */
export function evaluationConclusion(
  events: readonly AuditItem[],
  evaluationId: string,
  { frame, settings }: ToldStory,
): string | null {
  const own = events.filter((event) => textOf(event, 'evaluationId') === evaluationId);
  const last = own.findLast(({ type }) => STATES.test(type));
  if (!last) return own.length === 0 ? null : 'Aucun résultat n’est encore en vigueur.';
  const say = Telling.of(last, frame, settings.get(last.id)!);
  if (last.type === 'EvaluationVoided') return 'Cette évaluation est annulée : elle n’est plus en vigueur.';
  if (last.type === 'EvaluationGiven')
    return 'Cette évaluation est passée à un autre dossier : elle n’est plus en vigueur ici.';
  return `En vigueur pour ${say.evaluation()} : ${say.has('outcome') ? say.outcome() : say.outcome('to')}.`;
}

/** Types that say what an evaluation gives, or that it gives nothing any more. */
const STATES =
  /Assessed$|^(EvaluationCorrected|EvaluationVoided|EvaluationGiven|EvaluationBroughtOver|MarkChangedByJury)$/;

/** What the calculation gives, of one block where one is named: it proposes, the jury decides. */
export function resultsConclusion(results: TranscriptResults, labels: Labels, block?: string): string {
  const blocks = results.blocks.filter(({ code }) => block === undefined || code === block);
  const shown = blocks.map((one) => {
    const mean = one.result === null ? 'pas de moyenne' : `moyenne ${labels.mark(results.referenceScale, one.result)}`;
    const why = standingWithoutMark(one.origin);
    return `${labels.block(one.code)}, ${why ?? mean} : ${BLOCKS[one.proposed]}`;
  });
  const { id, version } = results.rules;
  const opening = `Selon le calcul n° ${results.calculation} et le ${rulesInWords(labels.frame, id, version)} :`;
  const title =
    block === undefined
      ? ` ${results.overall === null ? 'Pas de moyenne générale' : `Moyenne générale ${labels.mark(results.referenceScale, results.overall)}`} ; le règlement propose ${OUTCOMES[results.proposed.outcome]}.`
      : '';
  return `${opening} ${shown.join(' ; ')}.${title} Le jury décide.`;
}

function standingWithoutMark(origin: TranscriptResults['blocks'][number]['origin']): string | undefined {
  if (origin === 'kept') return 'bloc conservé';
  return origin === 'equivalence' ? 'reconnu par équivalence' : undefined;
}
