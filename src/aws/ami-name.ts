/**
 * Characters of an AMI's name as a distribution writes it. EC2 takes 128; what variables stand for is shorter than they are.
 *
 * Source: Image Builder API type AmiNameString; read 2026-11.
 */
export const maxAmiName = 127;

/** Characters of an AMI's description. Source: EC2's service model, type ImageDescriptionRequest; read 2026-11. */
export const maxAmiDescription = 255;

/** Source: Image Builder API type AmiNameString; read 2026-11. */
export const amiNamePattern = /^[-_A-Za-z0-9{][-_A-Za-z0-9\s:{}.]+[-_A-Za-z0-9}]$/;

/** Variables that the name of an AMI may hold. Source: Image Builder API field AmiDistributionConfiguration.name; read 2026-11. */
export const amiNameVariables: readonly string[] = ["imagebuilder:buildDate", "imagebuilder:buildVersion"];

/** When the build was: without it two AMIs would have one name, and Image Builder refuses the distribution. */
export const buildDate = "{{ imagebuilder:buildDate }}";

export function holdsBuildDate(name: string): boolean {
  return /\{\{\s*imagebuilder:buildDate\s*\}\}/.test(name);
}
