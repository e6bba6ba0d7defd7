import { domainModule } from '@minutier/intake';

import { adoptRulesSlice } from './adopt-rules/adopt-rules.slice.js';
import { frameworkCatalogue } from './framework-catalogue/framework-catalogue.projection.js';
import { listFrameworksSlice, showFrameworkSlice } from './framework-catalogue/framework-catalogue.query.js';
import { frameworkStream } from './framework.state.js';
import { publishFrameworkSlice } from './publish-framework/publish-framework.slice.js';
import { rulesCatalogue } from './rules-catalogue/rules-catalogue.projection.js';
import { showRulesSlice } from './rules-catalogue/rules-catalogue.query.js';
import { rulesStream } from './rules.state.js';

/** What this library brings: its streams, its commands and its read models. */
export const frameworkModule = domainModule({
  name: 'framework',
  streams: [frameworkStream, rulesStream],
  projections: [frameworkCatalogue, rulesCatalogue],
  reactions: [],
  slices: [publishFrameworkSlice, adoptRulesSlice, showFrameworkSlice, listFrameworksSlice, showRulesSlice],
});
