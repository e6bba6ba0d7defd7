import type { FrameworkReference, RulesReference } from '@minutier/framework';
import { splitStreamName } from '@minutier/ledger';

import type { AuditItem } from './audit-trail.projection.js';
import type { EvaluationPlace, EventSetting } from './story-frame.js';
import { fieldOf, textOf } from './trail.js';

type Pins = Pick<EventSetting, 'framework' | 'rules'>;

const NO_PINS: Pins = { framework: null, rules: null };

/** What is known of the ledger while its events are gone through in order. */
interface Passing {
  /** By cohort: what it is pinned to. */
  readonly pins: Map<string, Pins>;
  /** By candidacy's stream: its cohort. */
  readonly cohorts: Map<string, string>;
  /** By stream and session: how its marks stand. */
  readonly freezes: Map<string, EventSetting['freeze']>;
  /** By stream of a fact about several: the rules that its header names. */
  readonly headers: Map<string, RulesReference>;
}

/** What held when each event was recorded: pins of its cohort, freeze of its session. Events in the order of the log. */
export function settingsOf(
  events: readonly AuditItem[],
  places: ReadonlyMap<string, EvaluationPlace>,
  frameworkOf: (rules: RulesReference) => FrameworkReference | null,
): Map<string, EventSetting> {
  const passing: Passing = { pins: new Map(), cohorts: new Map(), freezes: new Map(), headers: new Map() };
  const settings = new Map<string, EventSetting>();
  for (const event of events) {
    const freeze = freezeAt(event, places, passing);
    pass(event, passing);
    settings.set(event.id, { ...pinsAt(event, passing, frameworkOf), freeze });
  }
  return settings;
}

function freezeAt(
  event: AuditItem,
  places: ReadonlyMap<string, EvaluationPlace>,
  { freezes }: Passing,
): EventSetting['freeze'] {
  const session = places.get(textOf(event, 'evaluationId') ?? '')?.session ?? fieldOf(event, 'session');
  return freezes.get(`${event.stream} ${String(session)}`) ?? 'never';
}

function pass(event: AuditItem, { pins, cohorts, freezes, headers }: Passing): void {
  const { category, id } = splitStreamName(event.stream);
  const before = pins.get(id) ?? NO_PINS;
  const [rules, to] = [fieldOf(event, 'rules'), fieldOf(event, 'to')];
  const freeze = `${event.stream} ${String(fieldOf(event, 'session'))}`;
  switch (event.type) {
    case 'CohortOpened':
      pins.set(id, { framework: fieldOf(event, 'framework') as FrameworkReference, rules: rules as RulesReference });
      return;
    case 'RulesRepinned':
      pins.set(id, { ...before, rules: to as RulesReference });
      return;
    case 'FrameworkRepinned':
      pins.set(id, { framework: to as FrameworkReference, rules: rules as RulesReference });
      return;
    case 'Enrolled':
      cohorts.set(event.stream, textOf(event, 'cohortId') ?? '');
      return;
    case 'MarksFrozen':
      freezes.set(freeze, 'frozen');
      return;
    case 'MarksUnfrozen':
      freezes.set(freeze, 'lifted');
      return;
    default:
      if (category !== 'candidacy' && category !== 'cohort' && isReference(rules)) headers.set(event.stream, rules);
  }
}

function pinsAt(
  event: AuditItem,
  { pins, cohorts, headers }: Passing,
  frameworkOf: (rules: RulesReference) => FrameworkReference | null,
): Pins {
  const { category, id } = splitStreamName(event.stream);
  const version = (fieldOf(event, 'version') as number | undefined) ?? 1;
  switch (category) {
    case 'cohort':
      return pins.get(id) ?? NO_PINS;
    case 'candidacy':
      return pins.get(cohorts.get(event.stream) ?? '') ?? NO_PINS;
    case 'rules':
      return { rules: { id, version }, framework: frameworkOf({ id, version }) };
    case 'framework':
      return { rules: null, framework: { number: id, version } };
    default: {
      const rules = headers.get(event.stream) ?? null;
      return { rules, framework: rules && frameworkOf(rules) };
    }
  }
}

function isReference(value: unknown): value is RulesReference {
  return typeof value === 'object' && value !== null && typeof (value as RulesReference).id === 'string';
}
