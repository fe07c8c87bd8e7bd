import { createHash } from "node:crypto";
import { performance } from "node:perf_hooks";

import { readDefinition } from "../src/definitions/read-definition";
import { environmentSchema } from "../src/definitions/schema/environment";
import { imageSchema } from "../src/definitions/schema/image";
import { type Project, projectOf } from "../src/project/load-project";
import { lockProject } from "../src/project/lock";

/**
 * Measures the lock of a large project: 500 components of 12 kB, 200 images of 10 components each in 3 environments, and a lock with 20
 * versions of each component and recipe. `npx tsx benchmarks/lock.ts` prints the time of the lock alone, without reading and checking the
 * definitions. Times of different machines cannot be compared, so it also prints the time to hash the same bytes.
 */
const COMPONENTS = 500;
const IMAGES = 200;
const VERSIONS = 20;
const RUNS = 11;

const imageNames = Array.from({ length: IMAGES }, (_, index) => `image-${index}`);
const documents = Array.from({ length: COMPONENTS }, (_, index) => `linux/component-${index}`);

const imageText = (image: number): string =>
  [
    "parent: { os: amazon-linux-2023, architecture: x86_64 }",
    "components:",
    ...Array.from({ length: 10 }, (_, index) => `  - ${documents[(image * 7 + index) % COMPONENTS] ?? ""}`),
  ].join("\n");

const environmentText = [
  'account: "123456789012"',
  "region: us-east-1",
  "images:",
  ...imageNames.map((name) => `  ${name}: { schedule: manual }`),
].join("\n");

/** The definitions. They are read once, because only the documents change between revisions. */
const definitions = {
  images: new Map(
    imageNames.map((name, index) => [name, readDefinition(`images/${name}.yaml`, imageText(index), imageSchema)]),
  ),
  environments: new Map(
    ["dev", "poc", "prod"].map((name) => [
      name,
      readDefinition(`environments/${name}.yaml`, environmentText, environmentSchema),
    ]),
  ),
  containers: new Map(),
  variants: new Map(),
  workflows: new Map(),
  dockerfiles: new Map(),
  faults: [],
  duplicates: [],
  states: [],
  adopted: new Map(),
  terraformFiles: [],
};

function projectAt(revision: number, lock: string | undefined): Project {
  const text = `# revision ${revision}\n${"      - echo a line of a shell script\n".repeat(330)}`;
  const components = documents.map(
    (document) =>
      [document, { document, file: `components/${document}.yaml`, text, checked: { problems: [] } }] as const,
  );
  return projectOf({ ...definitions, components: new Map(components), lock });
}

/** Returns the median of all runs in milliseconds. */
function time(work: () => void): number {
  const runs = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return runs.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
}

let lock: string | undefined;
for (let revision = 0; revision < VERSIONS; revision += 1) lock = lockProject(projectAt(revision, lock)).text;
const project = projectAt(VERSIONS, lock);
const { changes, problems } = lockProject(project);
// The measured lock must have work to do. A refused project would look fast.
if (problems.length > 0 || changes.length !== COMPONENTS + IMAGES)
  throw new Error("the project was not locked as a whole");

const texts = [lock ?? "", ...[...project.components.values()].map(({ text }) => text)];
const locking = time(() => lockProject(project));
const hashing = time(() => {
  for (const text of texts) createHash("sha256").update(text).digest("hex");
});
const megabytes = texts.reduce((sum, { length }) => sum + length, 0) / 1e6;
console.log(`lock ${COMPONENTS} components and ${IMAGES} images in 3 environments: ${locking.toFixed(0)} ms`);
console.log(`hash the same ${megabytes.toFixed(1)} MB: ${hashing.toFixed(0)} ms`);
console.log(`ratio: ${(locking / hashing).toFixed(1)}`);
