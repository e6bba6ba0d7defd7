import { OmitType } from '@nestjs/swagger';

import { AdoptRules } from '@minutier/framework';
import { CodeField, IdField, IntegerField, ObjectField, RecordedCommand } from '@minutier/intake';
import type { LogMoment } from '@minutier/ledger';

import type { BlockResult, TranscriptResults } from '../transcript-results.js';

/** Rules that are not adopted yet: everything that an adoption may say. */
export class RulesDraftInput extends OmitType(AdoptRules, ['context', 'rulesId', 'framework'] as const) {}

/** What a candidate would have by one version of the rules. */
export interface WhatIfResult {
  readonly outcome: TranscriptResults['proposed']['outcome'];
  readonly blocks: readonly Pick<BlockResult, 'code' | 'label' | 'result' | 'proposed'>[];
  readonly overall: string | null;
  readonly mention: string | null;
}

/** Whose result would change, and how. */
export interface WhatIfAnswer {
  readonly cohort: { readonly id: string; readonly code: string };
  readonly now: { readonly id: string; readonly version: number };
  readonly then: { readonly id: string; readonly version: number; readonly adopted: boolean };
  readonly changed: readonly {
    readonly candidacyId: string;
    readonly candidateNumber: string;
    readonly now: WhatIfResult;
    readonly then: WhatIfResult;
  }[];
  readonly unchanged: number;
  readonly asOf: LogMoment;
}

/** Asks which candidacies of a cohort would change under other rules: an adopted version, or a draft. Nothing is recorded. */
export class AskWhatIf extends RecordedCommand<WhatIfAnswer> {
  @CodeField({ description: 'The rules.', example: 'reglement-28684' })
  readonly rulesId!: string;

  @IdField({ description: 'The cohort.' })
  readonly cohortId!: string;

  @IntegerField({ description: 'A version that is adopted.', example: 2, min: 1, max: 1_000, optional: true })
  readonly version?: number;

  @ObjectField(() => RulesDraftInput, { description: 'Or rules as they might be adopted.', optional: true })
  readonly draft?: RulesDraftInput;
}
