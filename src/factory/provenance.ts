import { maxTagValue } from "../aws/tags";
import type { RecipeComponent } from "../model/component-reference";
import { ownerAndName } from "../model/reference";
import type { Tags } from "./tags";

/** Maximum number of component tags, so that there is room for tags of users. src/aws/tags.ts has the maximum number of tags of an AMI. */
const MAX_COMPONENT_TAGS = 8;

/**
 * Returns the provenance of an AMI as tags, which are copied with the AMI.
 *
 * The tags are `golden-image`, `golden-image-version` (of the recipe), `golden-image-components` (several tags if needed, numbered from the second
 * tag), and `golden-image-commit` if the commit is known.
 */
export function provenance(
  image: string,
  version: string,
  components: readonly RecipeComponent[],
  commit: string | undefined,
): Tags {
  const lines = packed(components.map(nameOf));
  return {
    "golden-image": image,
    "golden-image-version": version,
    ...Object.fromEntries(
      lines.map((line, index) => [`golden-image-components${index === 0 ? "" : `-${index + 1}`}`, line]),
    ),
    ...(commit === undefined ? {} : { "golden-image-commit": commit.slice(0, maxTagValue) }),
  };
}

/** Returns the name and version of a component: `linux/update-os 1.0.3` or `aws/update-linux x.x.x`. */
function nameOf(component: RecipeComponent): string {
  if (component.from === "project") return `${component.document} ${component.version}`;
  const { name, version } = ownerAndName(component);
  return `${name} ${version}`;
}

/** Joins names with commas to tag values of the maximum length. If there are too many names, the last value counts the omitted names. */
function packed(names: readonly string[]): string[] {
  const lines: string[] = [];
  let rest = [...names];
  while (rest.length > 0 && lines.length < MAX_COMPONENT_TAGS) {
    const [first = "", ...others] = rest;
    let line = first.slice(0, maxTagValue);
    let taken = 1;
    for (const name of others) {
      const longer = `${line}, ${name}`;
      if (longer.length > maxTagValue) break;
      line = longer;
      taken++;
    }
    rest = rest.slice(taken);
    lines.push(line);
  }
  const last = lines.at(-1);
  if (rest.length > 0 && last !== undefined) {
    const more = `, and ${rest.length} more`;
    lines[lines.length - 1] = `${last.slice(0, maxTagValue - more.length)}${more}`;
  }
  return lines;
}
