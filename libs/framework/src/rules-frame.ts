import type { Framework } from './framework.state.js';
import type { Rules } from './rules.state.js';
import type { RulesSettings } from './rules-defaults.js';

/** What the parts of a version of the rules are checked against. */
export interface RulesFrame {
  readonly framework: Framework;
  readonly settings: RulesSettings;
  /** Codes of the fiche's lines and of the rules' own. */
  readonly lines: ReadonlySet<string>;
  readonly earlier: readonly Rules[];
}
