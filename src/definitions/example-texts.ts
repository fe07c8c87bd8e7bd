/** Parts of the example image that differ; `more` follows all others. */
export interface ImageParts {
  /** Lines below `parent:`. */
  readonly parent?: readonly string[];
  /** Entries of the list, each of one line or more. */
  readonly components?: readonly string[];
  readonly more?: string;
}

/** Parts of the example environment that differ; `more` follows all others. */
export interface EnvironmentParts {
  /** What comes before the account. */
  readonly before?: string;
  readonly account?: string;
  readonly region?: string;
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

/** The smallest project, without which a reader of an example could not tell what else is there. */
export const exampleProject = { image: imageText(), environment: environmentText() };
