import type { Framework, Rules } from '@minutier/framework';
import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

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

/**
 * A cohort is pinned to a published framework and adopted rules of that framework, while the registration is in effect:
 * a title's life is tested again at each delivery (L6113-9).
 */
export function openCohort(
  {
    cohortId,
    code,
    framework,
    rules,
    centreId,
    startsOn,
    endsOn,
  }: SealedCommand<OpenCohort> & { readonly cohortId: string },
  cohort: Cohort,
  pinned: { readonly framework: Framework | undefined; readonly rules: Rules | undefined },
): Decision<CohortEvent, OpenCohortRefusal> {
  if (cohort.status === 'open')
    return refuse(
      'COHORT_ALREADY_OPEN',
      undefined,
      'Cette promotion est déjà ouverte.',
      'This cohort is open already.',
    );
  if (!pinned.framework)
    return refuse(
      'FRAMEWORK_NOT_PUBLISHED',
      '/framework',
      'Cette version de la fiche n’est pas publiée.',
      'This version of the fiche is not published.',
    );
  if (!pinned.rules)
    return refuse(
      'RULES_NOT_ADOPTED',
      '/rules',
      'Cette version du règlement n’est pas adoptée.',
      'This version of the rules is not adopted.',
    );
  const { number, version } = pinned.rules.framework;
  if (number !== framework.number || version !== framework.version) {
    return refuse(
      'RULES_OF_ANOTHER_FRAMEWORK',
      '/rules',
      `Ce règlement porte sur ${number}, version ${version}.`,
      `These rules are for ${number}, version ${version}.`,
    );
  }
  if (endsOn < startsOn)
    return refuse(
      'DATES_REVERSED',
      '/endsOn',
      'La promotion finirait avant de commencer.',
      'The cohort would end before it starts.',
    );
  const { effectFrom, validUntil } = pinned.framework.registration;
  if (startsOn < effectFrom || startsOn > validUntil) {
    return refuse(
      'FRAMEWORK_NOT_IN_EFFECT',
      '/startsOn',
      `L’enregistrement court du ${effectFrom} au ${validUntil}.`,
      `The registration runs from ${effectFrom} to ${validUntil}.`,
    );
  }
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
