import type { AssessorPart, Conduct, Outcome } from '@minutier/candidacy';
import { type Line, ownOrGeneral, ruleOf, type Rules, scaleOf } from '@minutier/framework';
import { type Refusal, refuse } from '@minutier/ledger';

import { meanOf } from './blind.js';
import type { Frame } from './frame.js';
import { type GridRefusal, refusedGrids } from './grids.js';
import type { ConductInput } from './assessment-input.js';
import { type OutcomeRefusal, refusedResult, sameResult } from './outcome.js';

export type ConductRefusal =
  | 'CONDUCT_MISSING'
  | 'CONDUCT_UNEXPECTED'
  | 'FORM_MISMATCH'
  | 'ASSESSOR_UNKNOWN'
  | 'ASSESSOR_REPEATED'
  | 'AGREEMENT_MISMATCH'
  | 'AGREED_MARK_WRONG'
  | 'ASSESSORS_TOO_FEW'
  | GridRefusal
  | OutcomeRefusal;

/** How the evaluation was held, checked against the fiche's form and the rules' scale; null where nothing was held. */
export function conductFrom(
  input: ConductInput | Conduct | null | undefined,
  outcome: Outcome,
  modality: Pick<Line, 'id' | 'exact' | 'written' | 'oral'>,
  { rules, unknown }: Pick<Frame, 'rules' | 'unknown'>,
  resultAt = '/outcome/result/value',
): Conduct | null | Refusal<ConductRefusal> {
  if (outcome.kind !== 'result') {
    return !input
      ? null
      : refuse(
          'CONDUCT_UNEXPECTED',
          '/conduct',
          'Sans résultat, il n’y a pas d’épreuve à décrire.',
          'Without a result there is nothing held to describe.',
        );
  }
  if (!input)
    return refuse(
      'CONDUCT_MISSING',
      '/conduct',
      'Dites qui a évalué et sous quelle forme.',
      'Say who assessed, and in which form.',
    );
  const assessors = input.assessors.map(({ assessorId, result, grid }): AssessorPart => ({
    assessorId,
    result: result ? { scale: result.scale, value: result.value } : null,
    grid: grid
      ? {
          id: grid.id,
          version: grid.version,
          criteria: grid.criteria.map(({ code, result: obtained }) => ({
            code,
            result: { scale: obtained.scale, value: obtained.value },
          })),
        }
      : null,
  }));
  const refusal =
    refusedForm(input, modality) ??
    refusedAssessors(assessors, modality.id, rules, unknown) ??
    refusedPanel(assessors, modality.id, rules) ??
    refusedGrids(assessors, outcome.result, modality.id, rules, resultAt) ??
    refusedAgreement(input.agreedBy, assessors, outcome.result, modality.id, rules, resultAt);
  if (refusal) return refusal;
  const { agreedBy, written, oral, language = 'fr', sittingId = null } = input;
  return { assessors, agreedBy, written, oral, language, sittingId };
}

/** Where the fiche says « écrite » or « orale » the evaluation was so; where it is silent (null) the institution says. */
function refusedForm(
  input: Pick<Conduct, 'written' | 'oral'>,
  modality: Pick<Line, 'id' | 'exact' | 'written' | 'oral'>,
): Refusal<ConductRefusal> | undefined {
  const wrong = (['written', 'oral'] as const).find(
    (form) => modality[form] !== null && modality[form] !== input[form],
  );
  if (wrong)
    return refuse(
      'FORM_MISMATCH',
      `/conduct/${wrong}`,
      `La fiche dit de la ligne ${modality.id} : « ${modality.exact} ».`,
      `The fiche says of line ${modality.id}: “${modality.exact}”.`,
    );
  return undefined;
}

function refusedAssessors(
  assessors: readonly AssessorPart[],
  modality: string,
  rules: Rules,
  unknown: ReadonlySet<string>,
): Refusal<ConductRefusal> | undefined {
  for (const [index, { assessorId, result }] of assessors.entries()) {
    const at = `/conduct/assessors/${index}`;
    if (unknown.has(assessorId))
      return refuse(
        'ASSESSOR_UNKNOWN',
        `${at}/assessorId`,
        'Cet évaluateur n’est pas connu du coffre.',
        'The vault does not know this assessor.',
      );
    if (assessors.findIndex((one) => one.assessorId === assessorId) !== index) {
      return refuse(
        'ASSESSOR_REPEATED',
        `${at}/assessorId`,
        'Cet évaluateur est nommé deux fois.',
        'This assessor is named twice.',
      );
    }
    const refusal = result ? refusedResult(result, modality, rules, `${at}/result`) : undefined;
    if (refusal) return refusal;
  }
  return undefined;
}

/** The rules may ask for more assessors than one. */
function refusedPanel(
  assessors: readonly AssessorPart[],
  modality: string,
  { markingRules }: Rules,
): Refusal<ConductRefusal> | undefined {
  const asked = ownOrGeneral(markingRules, modality)?.assessorsMin ?? 1;
  if (assessors.length >= asked) return undefined;
  return refuse(
    'ASSESSORS_TOO_FEW',
    '/conduct/assessors',
    `Le règlement veut au moins ${asked} évaluateurs pour la ligne ${modality}.`,
    `The rules ask for at least ${asked} assessors for line ${modality}.`,
  );
}

/** One assessor alone, or several who agree, or the mean of their marks. */
function refusedAgreement(
  agreedBy: Conduct['agreedBy'],
  assessors: readonly AssessorPart[],
  agreed: { readonly scale: string; readonly value: string },
  modality: string,
  rules: Rules,
  resultAt: string,
): Refusal<ConductRefusal> | undefined {
  if ((agreedBy === 'single') !== (assessors.length === 1)) {
    return refuse(
      'AGREEMENT_MISMATCH',
      '/conduct/agreedBy',
      '« single » vaut pour un seul évaluateur, « agreement » ou « mean » pour plusieurs.',
      '“single” is for one assessor, “agreement” or “mean” for several.',
    );
  }
  const results = assessors.map(({ result }) => result);
  if (agreedBy === 'single' && results[0] && !sameResult(results[0], agreed))
    return wrongMark(results[0].value, resultAt);
  if (agreedBy !== 'mean') return undefined;
  const scale = scaleOf(rules, ruleOf(rules, modality)?.scale ?? '');
  if (scale?.kind !== 'numeric' || results.some((result) => result === null)) {
    return refuse(
      'AGREEMENT_MISMATCH',
      '/conduct/agreedBy',
      'Une moyenne demande la note chiffrée de chaque évaluateur.',
      'A mean needs the numeric mark of each assessor.',
    );
  }
  const mean = meanOf(
    results.map((result) => result!),
    scale,
  );
  return mean.equals(agreed.value) ? undefined : wrongMark(mean.toString(), resultAt);
}

function wrongMark(expected: string, resultAt: string): Refusal<ConductRefusal> {
  return refuse(
    'AGREED_MARK_WRONG',
    resultAt,
    `Les notes des évaluateurs donnent ${expected}.`,
    `The assessors’ marks give ${expected}.`,
  );
}
