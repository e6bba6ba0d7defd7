import { domainModule } from '@minutier/intake';
import { adoptCorrespondenceSlice } from './adopt-correspondence/adopt-correspondence.slice.js';
import { adoptRulesSlice } from './adopt-rules/adopt-rules.slice.js';
import { centreList } from './centre-list/centre-list.projection.js';
import { listCentresSlice, showCentreSlice } from './centre-list/centre-list.query.js';
import { centreStream } from './centre.state.js';
import { changeRegistrationSlice } from './change-registration/change-registration.slice.js';
import { frameworkCatalogue } from './framework-catalogue/framework-catalogue.projection.js';
import { listFrameworksSlice, showFrameworkSlice } from './framework-catalogue/framework-catalogue.query.js';
import { frameworkStream } from './framework.state.js';
import { grantHabilitationSlice } from './grant-habilitation/grant-habilitation.slice.js';
import { nameSuccessorSlice } from './name-successor/name-successor.slice.js';
import { publishFrameworkSlice } from './publish-framework/publish-framework.slice.js';
import { registerCentreSlice } from './register-centre/register-centre.slice.js';
import { reinstateFrameworkSlice } from './reinstate-framework/reinstate-framework.slice.js';
import { reinstateRulesSlice } from './reinstate-rules/reinstate-rules.slice.js';
import { resumeHabilitationSlice } from './resume-habilitation/resume-habilitation.slice.js';
import { retireCorrespondenceSlice } from './retire-correspondence/retire-correspondence.slice.js';
import { retireFrameworkSlice } from './retire-framework/retire-framework.slice.js';
import { retireRulesSlice } from './retire-rules/retire-rules.slice.js';
import { rulesCatalogue } from './rules-catalogue/rules-catalogue.projection.js';
import { showRulesSlice } from './rules-catalogue/rules-catalogue.query.js';
import { rulesStream } from './rules.state.js';
import { suspendHabilitationSlice } from './suspend-habilitation/suspend-habilitation.slice.js';
import { withdrawHabilitationSlice } from './withdraw-habilitation/withdraw-habilitation.slice.js';
import { withdrawSuccessorSlice } from './withdraw-successor/withdraw-successor.slice.js';

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
    retireFrameworkSlice,
    reinstateFrameworkSlice,
    changeRegistrationSlice,
    nameSuccessorSlice,
    withdrawSuccessorSlice,
    adoptCorrespondenceSlice,
    retireCorrespondenceSlice,
    retireRulesSlice,
    reinstateRulesSlice,
  ],
});
