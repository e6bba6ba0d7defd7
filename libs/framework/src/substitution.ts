import type { Route } from './framework.events.js';
import { type Framework, modalitiesOf } from './framework.state.js';
import type { SubstituteLine } from './rules.state.js';

/** What a line of the rules replaces, in one word: equal of two lines that are weighed against each other. */
export function replacedBy({ replaces: { level, codes } }: SubstituteLine): string {
  return [level, ...[...codes].sort()].join(' ');
}

/** The lines of the fiche that a line of the rules stands for. */
export function coveredBy({ replaces: { level, codes } }: SubstituteLine, framework: Framework): readonly string[] {
  return modalitiesOf(framework)
    .filter((placed) =>
      codes.includes({ block: placed.blockCode, function: placed.functionCode, modality: placed.modality.id }[level]),
    )
    .map(({ modality }) => modality.id);
}

/** Whether a line of the rules stands, on that route, for a line of the fiche. */
export function standsFor(
  substitutes: readonly SubstituteLine[],
  framework: Framework,
  route: Route,
  modality: string,
): boolean {
  return substitutes.some((line) => line.routes.includes(route) && coveredBy(line, framework).includes(modality));
}
