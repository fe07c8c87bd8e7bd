/**
 * Maximum length of an AMI name in a distribution, in characters, before variables are replaced. EC2 allows 128; the values of variables are
 * shorter than the variables.
 *
 * Source: Image Builder API type AmiNameString; read 2026-11.
 */
export const maxAmiName = 127;

/** Maximum length of an AMI description, in characters. Source: EC2's service model, type ImageDescriptionRequest; read 2026-11. */
export const maxAmiDescription = 255;

/** The pattern of an AMI name in a distribution. Source: Image Builder API type AmiNameString; read 2026-11. */
export const amiNamePattern = /^[-_A-Za-z0-9{][-_A-Za-z0-9\s:{}.]+[-_A-Za-z0-9}]$/;

/** Variables that are allowed in an AMI name. Source: Image Builder API field AmiDistributionConfiguration.name; read 2026-11. */
export const amiNameVariables: readonly string[] = ["imagebuilder:buildDate", "imagebuilder:buildVersion"];

/** The variable for the time of the build. Without it, two AMIs would have the same name, and Image Builder would refuse the distribution. */
export const buildDate = "{{ imagebuilder:buildDate }}";

export function holdsBuildDate(name: string): boolean {
  return /\{\{\s*imagebuilder:buildDate\s*\}\}/.test(name);
}
