import { domainModule } from '@minutier/intake';

import { AdoptRulesController } from './adopt-rules/adopt-rules.controller.js';
import { AdoptRulesHandler } from './adopt-rules/adopt-rules.handler.js';
import { FrameworkCatalogueController } from './framework-catalogue/framework-catalogue.controller.js';
import { frameworkCatalogue } from './framework-catalogue/framework-catalogue.projection.js';
import { ListFrameworksHandler, ShowFrameworkHandler } from './framework-catalogue/framework-catalogue.query.js';
import { frameworkStream } from './framework.state.js';
import { PublishFrameworkController } from './publish-framework/publish-framework.controller.js';
import { PublishFrameworkHandler } from './publish-framework/publish-framework.handler.js';
import { RulesCatalogueController } from './rules-catalogue/rules-catalogue.controller.js';
import { rulesCatalogue } from './rules-catalogue/rules-catalogue.projection.js';
import { ShowRulesHandler } from './rules-catalogue/rules-catalogue.query.js';
import { rulesStream } from './rules.state.js';

/** What this library brings: its streams, its commands and its read models. */
export const frameworkModule = domainModule({
  name: 'framework',
  streams: [frameworkStream, rulesStream],
  projections: [frameworkCatalogue, rulesCatalogue],
  reactions: [],
  slices: [
    [PublishFrameworkController, PublishFrameworkHandler],
    [AdoptRulesController, AdoptRulesHandler],
    [FrameworkCatalogueController, ShowFrameworkHandler, ListFrameworksHandler],
    [RulesCatalogueController, ShowRulesHandler],
  ],
});
