import { domainModule } from '@minutier/intake';

import { centreList } from './centre-list/centre-list.projection.js';
import { listCentresSlice, showCentreSlice } from './centre-list/centre-list.query.js';
import { centreStream } from './centre.state.js';
import { adoptRulesSlice } from './adopt-rules/adopt-rules.slice.js';
import { frameworkCatalogue } from './framework-catalogue/framework-catalogue.projection.js';
import { listFrameworksSlice, showFrameworkSlice } from './framework-catalogue/framework-catalogue.query.js';
import { frameworkStream } from './framework.state.js';
import { grantHabilitationSlice } from './grant-habilitation/grant-habilitation.slice.js';
import { publishFrameworkSlice } from './publish-framework/publish-framework.slice.js';
import { registerCentreSlice } from './register-centre/register-centre.slice.js';
import { resumeHabilitationSlice } from './resume-habilitation/resume-habilitation.slice.js';
import { rulesCatalogue } from './rules-catalogue/rules-catalogue.projection.js';
import { showRulesSlice } from './rules-catalogue/rules-catalogue.query.js';
import { rulesStream } from './rules.state.js';
import { suspendHabilitationSlice } from './suspend-habilitation/suspend-habilitation.slice.js';
import { withdrawHabilitationSlice } from './withdraw-habilitation/withdraw-habilitation.slice.js';

/** What this library brings: its streams, its commands and its read models. */
export const frameworkModule = domainModule({
  name: 'framework',
  streams: [frameworkStream, rulesStream, centreStream],
  projections: [frameworkCatalogue, rulesCatalogue, centreList],
  reactions: [],
  slices: [
    publishFrameworkSlice,
    adoptRulesSlice,
    showFrameworkSlice,
    listFrameworksSlice,
    showRulesSlice,
    registerCentreSlice,
    grantHabilitationSlice,
    suspendHabilitationSlice,
    resumeHabilitationSlice,
    withdrawHabilitationSlice,
    listCentresSlice,
    showCentreSlice,
  ],
});
