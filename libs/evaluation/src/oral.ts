import type { Conduct, OralDefenceFacts } from '@minutier/candidacy';
import { parisDay, type Refusal, refuse, utcInstant } from '@minutier/ledger';

import type { ConductInput } from './assessment-input.js';
import type { OralInput } from './oral-input.js';

export type PanelRefusal = 'PANEL_NOT_ASSESSORS' | 'PANEL_PRESIDENT' | 'HOURS_REVERSED' | 'HOURS_ON_ANOTHER_DAY';
type Oral = Pick<OralDefenceFacts, 'panel' | 'startedAt' | 'endedAt' | 'place'>;

/** Whoever hears an oral assesses it, one of them presides, and it is held on its day between two hours. */
export function oralFrom(
  { panel, place, ...hours }: OralInput,
  conduct: ConductInput | Conduct | null | undefined,
  heldOn: string,
): Oral | Refusal<PanelRefusal> {
  const named = panel.map(({ assessorId }) => assessorId).sort();
  const assessors = conduct?.assessors.map(({ assessorId }) => assessorId).sort();
  if (assessors?.join() !== named.join()) {
    return refuse(
      'PANEL_NOT_ASSESSORS',
      '/facts/panel',
      'Ceux qui entendent le candidat sont ses évaluateurs, tous et eux seuls.',
      'Those who hear the candidate are the assessors, all of them and no one else.',
    );
  }
  if (panel.filter(({ role }) => role === 'president').length !== 1) {
    return refuse(
      'PANEL_PRESIDENT',
      '/facts/panel',
      'Un membre, et un seul, préside l’oral.',
      'One member and only one presides over the oral.',
    );
  }
  const startedAt = utcInstant(hours.startedAt);
  const endedAt = utcInstant(hours.endedAt);
  if (endedAt <= startedAt)
    return refuse(
      'HOURS_REVERSED',
      '/facts/endedAt',
      'L’oral finirait avant de commencer.',
      'The oral would end before it starts.',
    );
  if (parisDay(startedAt) !== heldOn)
    return refuse(
      'HOURS_ON_ANOTHER_DAY',
      '/facts/startedAt',
      `L’oral est daté du ${heldOn}.`,
      `The oral is dated ${heldOn}.`,
    );
  return {
    panel: panel.map(({ assessorId, role }) => ({ assessorId, role })),
    startedAt,
    endedAt,
    place: { kind: place.kind, code: place.code },
  };
}
