import type { Framework, Rules } from '@minutier/framework';
import { type Decision, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import type { CohortEvent } from '../cohort.events.js';
import type { Cohort } from '../cohort.state.js';
import type { OpenCohort } from './open-cohort.command.js';

export type OpenCohortRefusal =
  | 'FRAMEWORK_NOT_PUBLISHED'
  | 'RULES_NOT_ADOPTED'
  | 'RULES_OF_ANOTHER_FRAMEWORK'
  | 'DATES_REVERSED'
  | 'FRAMEWORK_NOT_IN_EFFECT'
  | 'COHORT_ALREADY_OPEN';

/** What the command names, as it stands in the streams; undefined where there is no such version. */
interface Pinned {
  readonly framework: Framework | undefined;
  readonly rules: Rules | undefined;
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
  const refusal = refusedPins(command, pinned) ?? refusedDates(command, pinned.framework!);
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

function refusedPins(
  { framework }: SealedCommand<OpenCohort>,
  { framework: published, rules: adopted }: Pinned,
): Refusal<OpenCohortRefusal> | undefined {
  if (!published) {
    return refuse(
      'FRAMEWORK_NOT_PUBLISHED',
      '/framework',
      'Cette version de la fiche n’est pas publiée.',
      'This version of the fiche is not published.',
    );
  }
  if (!adopted) {
    return refuse(
      'RULES_NOT_ADOPTED',
      '/rules',
      'Cette version du règlement n’est pas adoptée.',
      'This version of the rules is not adopted.',
    );
  }
  const { number, version } = adopted.framework;
  if (number === framework.number && version === framework.version) return undefined;
  return refuse(
    'RULES_OF_ANOTHER_FRAMEWORK',
    '/rules',
    `Ce règlement porte sur ${number}, version ${version}.`,
    `These rules are for ${number}, version ${version}.`,
  );
}

function refusedDates(
  { startsOn, endsOn }: SealedCommand<OpenCohort>,
  { registration: { effectFrom, validUntil } }: Framework,
): Refusal<OpenCohortRefusal> | undefined {
  if (endsOn < startsOn) {
    return refuse(
      'DATES_REVERSED',
      '/endsOn',
      'La promotion finirait avant de commencer.',
      'The cohort would end before it starts.',
    );
  }
  if (startsOn >= effectFrom && startsOn <= validUntil) return undefined;
  return refuse(
    'FRAMEWORK_NOT_IN_EFFECT',
    '/startsOn',
    `L’enregistrement court du ${effectFrom} au ${validUntil}.`,
    `The registration runs from ${effectFrom} to ${validUntil}.`,
  );
}
