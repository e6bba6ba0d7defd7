import { type Decision, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import type { CohortEvent } from '../cohort.events.js';
import { refusedAbsentCohort, refusedFuture } from '../cohort-refusals.js';
import type { Cohort, OpenCohortState } from '../cohort.state.js';
import type { CommunicateRules } from './communicate-rules.command.js';

export type CommunicateRulesRefusal =
  'COHORT_NOT_FOUND' | 'RULES_NOT_PINNED' | 'DATE_IN_FUTURE' | 'MEMBER_UNKNOWN' | 'MEMBER_REPEATED';

/**
 * What was made known is a version that this cohort lives or lived under, to people who are in it. Who is in it is known
 * downstream of the cohort: `enrolled` are those of the recipients who are.
 */
export function communicateRules(
  command: SealedCommand<CommunicateRules> & { readonly communicationId: string },
  cohort: Cohort,
  enrolled: ReadonlySet<string>,
): Decision<CohortEvent, CommunicateRulesRefusal> {
  if (cohort.status === 'absent') return refusedAbsentCohort();
  const { communicationId, rules, channel, communicatedOn, document, recipients = [], context } = command;
  const refusal =
    refusedUnpinned(command, cohort) ??
    refusedFuture(communicatedOn, context.today, '/communicatedOn') ??
    refusedRecipients(command, enrolled);
  if (refusal) return refusal;
  return [
    {
      type: 'RulesCommunicated',
      data: {
        communicationId,
        rules: { id: rules.id, version: rules.version },
        channel,
        communicatedOn,
        audience: recipients.length === 0 ? 'whole-cohort' : 'listed',
        document: document ?? null,
        recipientCount: recipients.length,
      },
    },
    ...recipients.map(({ candidacyId, informedOn = communicatedOn, receipt = null }) => ({
      type: 'CandidacyInformedOfRules' as const,
      data: { communicationId, candidacyId, informedOn, receipt },
    })),
  ];
}

function refusedUnpinned(
  { rules: { id, version } }: SealedCommand<CommunicateRules>,
  { rulesPinned }: OpenCohortState,
): Refusal<CommunicateRulesRefusal> | undefined {
  if (rulesPinned.some((pinned) => pinned.id === id && pinned.version === version)) return undefined;
  return refuse(
    'RULES_NOT_PINNED',
    '/rules',
    'Cette promotion n’a jamais été soumise à cette version du règlement.',
    'This cohort has never been pinned to this version of the rules.',
  );
}

function refusedRecipients(
  { recipients = [], context }: SealedCommand<CommunicateRules>,
  enrolled: ReadonlySet<string>,
): Refusal<CommunicateRulesRefusal> | undefined {
  for (const [index, { candidacyId, informedOn }] of recipients.entries()) {
    const at = `/recipients/${index}`;
    if (!enrolled.has(candidacyId))
      return refuse(
        'MEMBER_UNKNOWN',
        `${at}/candidacyId`,
        'Cette candidature n’existe pas, ou pas dans cette promotion.',
        'There is no such candidacy in this cohort.',
      );
    if (recipients.findIndex((one) => one.candidacyId === candidacyId) !== index)
      return refuse(
        'MEMBER_REPEATED',
        `${at}/candidacyId`,
        'Ce candidat est nommé deux fois.',
        'This candidate is named twice.',
      );
    const future = informedOn === undefined ? undefined : refusedFuture(informedOn, context.today, `${at}/informedOn`);
    if (future) return future;
  }
  return undefined;
}
