import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';
import { Vault } from '@minutier/vault';

import { actIdOf } from '../candidacy-ids.js';
import { unknownPersons } from '../candidacy-pins.js';
import { candidacyStream } from '../candidacy.state.js';
import { ReportIncident } from './report-incident.command.js';
import { reportIncident } from './report-incident.decide.js';

export const reportIncidentSlice = commandSlice(ReportIncident, {
  post: 'candidacies/:candidacyId/incidents',
  tag: 'candidacies',
  summary: 'Signale un incident ; les faits sont scellés',
  needs: [Ledger, Vault],
  async execute(command, ledger, vault) {
    const { candidacyId, context, reportedBy = context.actor.id } = command;
    const unknown = await unknownPersons(vault, [reportedBy]);
    const receipt = await ledger.execute(candidacyStream, candidacyId, command, (sealed, candidacy) =>
      reportIncident({ ...sealed, reportedBy }, candidacy, unknown),
    );
    return { ...receipt, incidentId: actIdOf('incident', context) };
  },
});
