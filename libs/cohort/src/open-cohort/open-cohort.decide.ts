import { type Centre, type Framework, refusedCentre, type Rules } from '@minutier/framework';
import { type Decision, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import type { CohortEvent } from '../cohort.events.js';
import { refusedDates } from '../cohort-refusals.js';
import type { Cohort } from '../cohort.state.js';
import { type PinRefusal, refusedFramework, refusedRules } from '../pinning.js';
import type { OpenCohort } from './open-cohort.command.js';

export type OpenCohortRefusal =
  PinRefusal | 'DATES_REVERSED' | 'FRAMEWORK_NOT_IN_EFFECT' | 'COHORT_ALREADY_OPEN' | 'CENTRE_NOT_ENTITLED';

/** What the command names, as it stands in the streams; undefined where there is no such version. */
interface Pinned {
  readonly framework: Framework | undefined;
  readonly rules: Rules | undefined;
  /** The centre that prepares it; undefined: the certifier itself. */
  readonly centre: Centre | undefined;
}

/**
 * A cohort is pinned to a published framework and adopted rules of that framework, while the registration is in effect:
 * a title's life is tested again at each delivery (L6113-9).
 */
export function openCohort(
  command: SealedCommand<OpenCohort> & { readonly cohortId: string },
  cohort: Cohort,
  pinned: Pinned,
): Decision<CohortEvent, OpenCohortRefusal> {
  if (cohort.status === 'open') {
    return refuse(
      'COHORT_ALREADY_OPEN',
      undefined,
      'Cette promotion est déjà ouverte.',
      'This cohort is open already.',
    );
  }
  const { cohortId, code, framework, rules, centreId, startsOn, endsOn } = command;
  const refusal =
    refusedFramework(pinned.framework, startsOn, '/framework') ??
    refusedRules(pinned.rules, framework, startsOn, '/rules') ??
    refusedDates(command, pinned.framework!) ??
    refusedPreparation(command, pinned.centre);
  if (refusal) return refusal;
  return [
    {
      type: 'CohortOpened',
      data: {
        cohortId,
        code,
        framework: { number: framework.number, version: framework.version },
        rules: { id: rules.id, version: rules.version },
        centreId: centreId ?? null,
        startsOn,
        endsOn,
      },
    },
  ];
}

/** A centre prepares from the first day to the last; who falls short of one of them is not entitled for this cohort. */
function refusedPreparation(
  { framework: { number }, startsOn, endsOn }: SealedCommand<OpenCohort>,
  centre: Centre | undefined,
): Refusal<OpenCohortRefusal> | undefined {
  return (
    refusedCentre(centre, { number, scope: 'prepare', day: startsOn }) ??
    refusedCentre(centre, { number, scope: 'prepare', day: endsOn })
  );
}
