import type { Example } from "../problems/rule";

/** Parts of the example image that differ; `more` follows all others. */
interface ImageParts {
  /** Lines below `parent:`. */
  readonly parent?: readonly string[];
  /** Entries of the list, each of one line or more. */
  readonly components?: readonly string[];
  readonly more?: string;
}

/** Parts of the example environment that differ; `more` follows all others. */
interface EnvironmentParts {
  readonly account?: string;
  readonly region?: string;
  /** What comes before the account. */
  readonly before?: string;
  /** By name, what stands below an image; a name may have a marker. */
  readonly images?: Readonly<Record<string, string>>;
  readonly more?: string;
}

/** The text of images/base.yaml in the project that examples overlay, with other parts. */
export function imageText({
  parent = ["os: amazon-linux-2023", "architecture: x86_64"],
  components = ["aws: update-linux"],
  more = "",
}: ImageParts = {}): string {
  const listed = components.map((entry) => `  - ${entry.replaceAll("\n", "\n    ")}\n`);
  return `parent:\n${parent.map((line) => `  ${line}\n`).join("")}components:\n${listed.join("")}${more}`;
}

/** The text of environments/dev.yaml in that project, with other parts. */
export function environmentText({
  before = "",
  account = '"123456789012"',
  region = "us-east-1",
  images = { base: "" },
  more = "",
}: EnvironmentParts = {}): string {
  const built = Object.entries(images).map(([name, lines]) => `  ${name}:\n    schedule: manual\n${lines}`);
  return `${before}account: ${account}\nregion: ${region}\nimages:\n${built.join("")}${more}`;
}

/** The project with another image. */
export function withImage(parts: ImageParts): Example {
  return { "images/base.yaml": imageText(parts) };
}

/** The project with another environment. */
export function withEnvironment(parts: EnvironmentParts): Example {
  return { "environments/dev.yaml": environmentText(parts) };
}

/** The project with lines below the image in its environment. */
export function withBuilt(lines: string): Example {
  return withEnvironment({ images: { base: lines } });
}
