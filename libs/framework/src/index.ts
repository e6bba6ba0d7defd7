export * from './framework.events.js';
export { frameworkModule } from './framework.module.js';
export * from './framework.state.js';
export * from './rules.events.js';
export * from './rules.state.js';
export { AuthorityInput, FrameworkReferenceInput, AdoptRules } from './adopt-rules/adopt-rules.command.js';
export { PublishFramework } from './publish-framework/publish-framework.command.js';
export { frameworkCatalogue } from './framework-catalogue/framework-catalogue.projection.js';
export { rulesCatalogue } from './rules-catalogue/rules-catalogue.projection.js';
