import type { Cohort } from '@minutier/cohort';
import type { Centre, Framework, Rules } from '@minutier/framework';

/** What a candidacy's marks are judged by: the cohort it belongs to, and the framework and rules that this is pinned to. */
export interface Frame {
  readonly cohort: Cohort;
  readonly framework: Framework;
  readonly rules: Rules;
  /** Of the persons of the institution named by the command, those whom the vault does not know. */
  readonly unknown: ReadonlySet<string>;
  /** The centre that the command says held it; undefined where it names none: the certifier itself. */
  readonly centre: Centre | undefined;
}
