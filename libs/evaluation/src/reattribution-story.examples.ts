import { FILES, REATTRIBUTION_ID } from './reattribution.examples.js';
import type {
  ReattributionDecided,
  ReattributionReportedRefused,
  ReattributionSettled,
} from './reattribution.events.js';

const [FIRST, SECOND] = FILES;
const authority = { code: 'examination-office', document: 'NOTE-2019-12' } as const;

/** The swap of two candidates' marks, decided. */
export function reattributionDecided(): ReattributionDecided {
  return {
    type: 'ReattributionDecided',
    data: {
      reattributionId: REATTRIBUTION_ID,
      decidedOn: '2019-03-12',
      reason: { code: 'swapped', text: null },
      authority,
      candidacyIds: [FIRST, SECOND],
      moveCount: 2,
    },
  };
}

/** The second file refused its moves. */
export function refusalReported(): ReattributionReportedRefused {
  return {
    type: 'ReattributionReportedRefused',
    data: { reattributionId: REATTRIBUTION_ID, candidacyId: SECOND, moves: [1, 2], refused: 'MARKS_FROZEN' },
  };
}

/** A person settled it, by default by having it tried again. */
export function refusalSettled(changes: Partial<ReattributionSettled['data']> = {}): ReattributionSettled {
  return {
    type: 'ReattributionSettled',
    data: {
      reattributionId: REATTRIBUTION_ID,
      candidacyId: SECOND,
      settlement: 'tried-again',
      reversedBy: null,
      reason: { code: 'cause-removed', text: null },
      authority,
      ...changes,
    },
  };
}
