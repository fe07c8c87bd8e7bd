import { documentText } from "./document";
import { randomBelow } from "./random";

export interface FleetSize {
  readonly images: number;
  /** Number of environments. Each has its own account and builds every image. Default: 1. */
  readonly environments?: number;
  /** Number of component documents per image. No other image uses them. Default: 8. */
  readonly documents?: number;
}

/**
 * Generates a project of any size without problems: its files by path. The result depends only on size and seed.
 *
 * Every tenth image is based on the image before it. Schedules, time zones and volumes repeat, as in a fleet that one team owns.
 */
export function generateFleet({ images, environments = 1, documents = 8 }: FleetSize, seed = 1): Map<string, string> {
  const draw = randomBelow(seed);
  const files = new Map<string, string>();
  const names = Array.from({ length: images }, (_, index) => `image-${padded(index)}`);
  for (const [index, name] of names.entries()) {
    const used = Array.from({ length: documents }, (_, number) => `linux/${name}-part-${number}`);
    for (const document of used)
      files.set(`components/${document}.yaml`, documentText(document.slice("linux/".length), draw));
    files.set(`images/${name}.yaml`, imageText(name, used, index % 10 === 9 ? names[index - 1] : undefined, draw));
  }
  for (let index = 0; index < environments; index++)
    files.set(`environments/env-${padded(index)}.yaml`, environmentText(index, names, draw));
  return files;
}

const padded = (index: number): string => String(index).padStart(4, "0");

function imageText(
  name: string,
  documents: readonly string[],
  parent: string | undefined,
  draw: (bound: number) => number,
): string {
  return `description: What ${name} is for
parent:
${parent === undefined ? "  os: amazon-linux-2023\n  architecture: x86_64" : `  image: ${parent}`}
components:
${documents.map((document) => `  - component: ${document}\n    parameters:\n      Release: "${draw(9)}.${draw(30)}"\n`).join("")}volumes:
  - size: ${parent === undefined ? 20 + draw(4) * 10 : 60}
    type: gp3
    encrypted: true
    deleteOnTermination: true
tags:
  team: team-${draw(12)}
`;
}

const zones = ["Etc/UTC", "Europe/Berlin", "America/New_York"];
const regions = ["us-east-1", "eu-central-1", "ap-southeast-2"];

function environmentText(index: number, images: readonly string[], draw: (bound: number) => number): string {
  const region = regions[index % regions.length] ?? "us-east-1";
  return `description: The fleet in account ${index}
account: "${100_000_000_000 + index}"
region: ${region}
build:
  instanceTypes: [t3.large]
tags:
  environment: env-${padded(index)}
images:
${images
  .map(
    (name) => `  ${name}:
    alreadyBuilt: true
    schedule:
      cron: 0 ${draw(6)} ? * ${["SUN", "MON", "TUE"][draw(3)] ?? "SUN"} *
      timezone: ${zones[draw(zones.length)] ?? "Etc/UTC"}
      start: always
    distribute:
      - region: ${region}
        name: ${name}-{{ imagebuilder:buildDate }}
`,
  )
  .join("")}`;
}
