/** Number of a fiche as the register prints it. */
export const FRAMEWORK_NUMBER = /^(RNCP|RS)\d{1,6}$/;

/** A reference to one version of a framework. */
export interface FrameworkReference {
  readonly number: string;
  readonly version: number;
}

/** Whether two references name the same version of the same framework. */
export function isSameFramework(one: FrameworkReference, other: FrameworkReference): boolean {
  return one.number === other.number && one.version === other.version;
}
