import { centreStream, frameworkStream, rulesStream } from '@minutier/framework';
import { commandSlice } from '@minutier/intake';
import { derivedId, Ledger } from '@minutier/ledger';

import { cohortStream } from '../cohort.state.js';
import { OpenCohort } from './open-cohort.command.js';
import { openCohort } from './open-cohort.decide.js';

export const openCohortSlice = commandSlice(OpenCohort, {
  post: 'cohorts',
  tag: 'cohorts',
  summary: 'Ouvre une promotion, épinglée à une version du référentiel et du règlement',
  needs: [Ledger],
  async execute(command, ledger) {
    const { state: publications } = await ledger.load(frameworkStream, command.framework.number);
    const { state: adoptions } = await ledger.load(rulesStream, command.rules.id);
    const { centreId } = command;
    const pinned = {
      framework: publications.versions[command.framework.version - 1],
      rules: adoptions.versions[command.rules.version - 1],
      centre: centreId === undefined ? undefined : (await ledger.load(centreStream, centreId)).state,
    };
    const cohortId = derivedId('cohort', command.context.commandId);
    return ledger.execute(cohortStream, cohortId, command, (sealed, cohort) =>
      openCohort({ ...sealed, cohortId }, cohort, pinned),
    );
  },
});
