import { commandOf } from '@minutier/intake';
import { type Reaction, streamName } from '@minutier/ledger';

import type { ReattributionDecided, ReattributionSettled } from '../reattribution.events.js';
import { MoveEvaluations } from './move-evaluations.command.js';

/** A reattribution reaches each of its files, and a file that refused reaches it again where a person says so. */
export const moveEvaluationsWhenReattributionDecided: Reaction = {
  name: 'move-evaluations-when-reattribution-decided',
  reads: ['ReattributionDecided', 'ReattributionSettled'],
  react({ type, data }) {
    const { reattributionId } = data as ReattributionDecided['data'];
    return filesOf(type, data).map((candidacyId) => ({
      stream: streamName('candidacy', candidacyId),
      command: (context) => commandOf(MoveEvaluations, { candidacyId, reattributionId }, context),
    }));
  },
};

function filesOf(type: string, data: object): readonly string[] {
  if (type === 'ReattributionDecided') return (data as ReattributionDecided['data']).candidacyIds;
  const { settlement, candidacyId } = data as ReattributionSettled['data'];
  return settlement === 'tried-again' ? [candidacyId] : [];
}
