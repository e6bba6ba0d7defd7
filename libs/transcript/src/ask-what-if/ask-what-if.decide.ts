import { refusedScales } from '@minutier/cohort';
import { draftedRules, type Adoptions, type AdoptRules, type Framework, type Rules } from '@minutier/framework';
import { isRefusal, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import type { CandidacyMarks, TranscriptResults } from '../results.js';
import type { AskWhatIf, WhatIfResult } from './ask-what-if.command.js';

export type AskWhatIfRefusal =
  'WHAT_IF_NEEDS_ONE' | 'RULES_NOT_ADOPTED' | 'RULES_OF_ANOTHER_FRAMEWORK' | 'SCALE_DROPPED';

/** The rules that are asked about: a version that is adopted, or what the draft would give if it were. */
export function rulesAsked(
  { rulesId, version, draft, context }: Pick<AskWhatIf, 'rulesId' | 'version' | 'draft' | 'context'>,
  adoptions: Adoptions,
  framework: Framework,
): Rules | Refusal<string> {
  if ((version === undefined) === (draft === undefined)) {
    return refuse(
      'WHAT_IF_NEEDS_ONE',
      undefined,
      'Donnez une version adoptée ou un projet de règlement, l’un des deux.',
      'Give an adopted version or a draft, one of the two.',
    );
  }
  if (draft !== undefined) {
    const reference = { number: framework.number, version: framework.version };
    const command = { ...draft, rulesId, framework: reference, context } as SealedCommand<AdoptRules>;
    const drafted = draftedRules(command, adoptions, framework);
    return isRefusal(drafted) ? { ...drafted, ...inDraft(drafted.pointer) } : drafted;
  }
  const adopted = adoptions.versions[version! - 1];
  if (!adopted)
    return refuse(
      'RULES_NOT_ADOPTED',
      '/version',
      'Cette version du règlement n’est pas adoptée.',
      'This version of the rules is not adopted.',
    );
  if (adopted.framework.number !== framework.number || adopted.framework.version !== framework.version)
    return refuse(
      'RULES_OF_ANOTHER_FRAMEWORK',
      '/version',
      'Ce règlement s’applique à un autre référentiel.',
      'These rules apply to another framework.',
    );
  return adopted;
}

function inDraft(pointer: string | undefined): { readonly pointer?: string } {
  return pointer === undefined ? {} : { pointer: `/draft${pointer}` };
}

/** Rules that have not the scale of a mark could not replace those of the cohort: what they would give cannot be said. */
export function refusedMarked(
  { draft }: Pick<AskWhatIf, 'draft'>,
  asked: Rules,
  files: readonly Pick<CandidacyMarks, 'evaluations'>[],
): Refusal<'SCALE_DROPPED'> | undefined {
  const outcomes = files.flatMap(({ evaluations }) => evaluations.map(({ outcome }) => outcome));
  const scales = outcomes.flatMap((outcome) => (outcome.kind === 'result' ? [outcome.result.scale] : []));
  return refusedScales(asked, [...new Set(scales)].sort(), draft === undefined ? '/version' : '/draft/scales');
}

/** The axes that are compared: what the rules propose, not how they come to it. */
export function whatIfResult({ proposed, blocks, overall, mention }: TranscriptResults): WhatIfResult {
  const shown = blocks.map(({ code, label, result, proposed: block }) => ({ code, label, result, proposed: block }));
  return { outcome: proposed.outcome, blocks: shown, overall, mention };
}
