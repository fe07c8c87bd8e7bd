import { maxTagValue } from "../aws/tags";
import { namedVersion, type RecipeComponent } from "../model/component-reference";
import type { Tags } from "./tags";

/** What people write has to fit beside these: src/aws/tags.ts says how many tags an AMI has at most. */
const MAX_COMPONENT_TAGS = 8;

/**
 * What an AMI was made of, as tags that go with it wherever it is copied.
 *
 * `golden-image`, `golden-image-version` (of the recipe), `golden-image-components` (as many tags as it takes, numbered from the second on),
 * and `golden-image-commit` where one is given.
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

/** `linux/update-os 1.0.3`, or `aws/update-linux x.x.x` for what is referenced by ARN. */
function nameOf(component: RecipeComponent): string {
  const { name, version } = namedVersion(component);
  return `${name} ${version}`;
}

/** Joins names with commas into values that fit; what does not fit into all of them is counted, not cut silently. */
function packed(names: readonly string[]): string[] {
  const lines: string[] = [];
  let rest = [...names];
  while (rest.length > 0 && lines.length < MAX_COMPONENT_TAGS) {
    let line = (rest[0] ?? "").slice(0, maxTagValue);
    let taken = 1;
    for (const name of rest.slice(1)) {
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
