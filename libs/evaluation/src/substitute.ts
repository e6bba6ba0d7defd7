import { type Candidacy, routeOn } from '@minutier/candidacy';
import { type EvaluationKind, findLine, ruleOf } from '@minutier/framework';
import { type Refusal, refuse } from '@minutier/ledger';

import type { Frame } from './frame.js';

/** What a VAE candidate does instead is the rules' own line (A19): they must name it, for the route of that day. */
export function refusedSubstitute(
  { modality, heldOn }: { readonly modality: string; readonly heldOn: string },
  kind: EvaluationKind,
  candidacy: Candidacy,
  { framework, rules }: Pick<Frame, 'framework' | 'rules'>,
): Refusal<'NOT_A_SUBSTITUTE_ON_ROUTE'> | undefined {
  if (candidacy.status === 'absent') return undefined;
  const line = findLine(framework, rules, modality);
  // A line of another kind is refused as such, and one of the fiche itself is no substitute.
  if (line && (line.kind !== kind || line.replaces === null)) return undefined;
  const route = routeOn(candidacy, heldOn);
  if (line && ruleOf(rules, modality)?.routes.includes(route)) return undefined;
  return refuse(
    'NOT_A_SUBSTITUTE_ON_ROUTE',
    '/modality',
    `Par la voie ${route}, le règlement ne nomme pas d’épreuve de substitution ${modality}.`,
    `By route ${route} the rules name no substitute line ${modality}.`,
  );
}
