import type { Framework, FrameworkReference, Rules, RulesReference } from '@minutier/framework';

import type { CentreHistory } from './centre-history.js';

/** Where an evaluation stands in its file. */
export interface EvaluationPlace {
  readonly modality: string;
  readonly occurrence: number;
  readonly attempt: number;
  readonly session: number | null;
}

/** What sentences need to know beside the event: names, labels, wordings. */
export interface StoryFrame {
  /** Name of whom the story is about; null where it is about nobody in particular. */
  readonly candidate: string | null;
  /** Names of persons of the institution, by id. */
  readonly people: ReadonlyMap<string, string>;
  readonly frameworks: ReadonlyMap<string, readonly Framework[]>;
  readonly rules: ReadonlyMap<string, readonly Rules[]>;
  /** Codes of cohorts, by id. */
  readonly cohorts: ReadonlyMap<string, string>;
  readonly centres: ReadonlyMap<string, CentreHistory>;
  readonly evaluations: ReadonlyMap<string, EvaluationPlace>;
}

/** What held at the moment of one event, and is not in it. */
export interface EventSetting {
  readonly framework: FrameworkReference | null;
  readonly rules: RulesReference | null;
  /** How the marks of the session concerned stood. */
  readonly freeze: 'never' | 'frozen' | 'lifted';
}
