/**
 * An answer of EC2 without what moto gets wrong in it: it counts a launch template's own tags among those that the template gives to
 * instances, so that Terraform would plan to take them out, each time anew.
 *
 * Source: EC2 API field LaunchTemplateTagSpecification.resourceType: what is made from a launch template, never the template itself.
 */
export function withoutOwnTags(xml: string): string {
  return xml.replace(/<item><resourceType>launch-template<\/resourceType><tagSet>.*?<\/tagSet><\/item>/gs, "");
}
