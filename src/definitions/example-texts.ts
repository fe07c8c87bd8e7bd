/** Parts of the example image that differ from the default; `more` is appended. */
export interface ImageParts {
  /** Lines below `parent:`. */
  readonly parent?: readonly string[];
  /** Entries of the list `components`, each with one or more lines. */
  readonly components?: readonly string[];
  readonly more?: string;
}

/** Parts of the example environment that differ from the default; `more` is appended. */
export interface EnvironmentParts {
  /** Lines before the account. */
  readonly before?: string;
  readonly account?: string;
  readonly region?: string;
  /** Lines below each image, by the image's name. The name can contain a marker. */
  readonly images?: Readonly<Record<string, string>>;
  readonly more?: string;
}

/** Returns the text of images/base.yaml in the example project, with the given parts. */
export function imageText({
  parent = ["os: amazon-linux-2023", "architecture: x86_64"],
  components = ["aws: update-linux"],
  more = "",
}: ImageParts = {}): string {
  const listed = components.map((entry) => `  - ${entry.replaceAll("\n", "\n    ")}\n`);
  return `parent:\n${parent.map((line) => `  ${line}\n`).join("")}components:\n${listed.join("")}${more}`;
}

/** Returns the text of environments/dev.yaml in the example project, with the given parts. */
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

/** Files of the smallest project, which examples of rules are based on. */
export const exampleProject = { image: imageText(), environment: environmentText() };
