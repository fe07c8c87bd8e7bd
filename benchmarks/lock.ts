import { createHash } from "node:crypto";
import { performance } from "node:perf_hooks";

import { digestOf, digestOfText } from "../src/versions/digest";
import { Ledger } from "../src/versions/ledger";

/**
 * The lock of a large project: 500 components of 12 kB, 200 images of 10 components each, 3 environments, and a lock that remembers 20 versions
 * of each. Run with `npx tsx benchmarks/lock.ts`; the time says nothing across machines, so it is set against hashing the same bytes.
 */
const file = "versions.lock.json";
const environments = ["dev", "poc", "prod"];

interface Component {
  readonly name: string;
  readonly text: string;
}

function componentsOf(revision: number): Component[] {
  return Array.from({ length: 500 }, (_, index) => ({
    name: `linux/component-${index}`,
    text: `# revision ${revision} of ${index}\n${"      - echo a line of a shell script\n".repeat(330)}`,
  }));
}

function lock(text: string | undefined, components: readonly Component[]): string {
  const { ledger, problems } = Ledger.read(file, text);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const everywhere = (digestIn: (environment: string) => string): Record<string, string> =>
    Object.fromEntries(environments.map((environment) => [environment, digestIn(environment)]));
  const why = (): string => "changed";
  const versions = components.map(({ name, text: document }) => {
    const digest = digestOfText(document);
    return ledger.assign({ kind: "component", name, line: "1.0", digests: everywhere(() => digest), why });
  });
  for (let image = 0; image < 200; image += 1) {
    const digests = everywhere((environment) =>
      digestOf({
        parent: "ami",
        environment,
        components: Array.from({ length: 10 }, (_, index) => versions[(image * 7 + index) % 500]?.get(environment)),
      }),
    );
    ledger.assign({ kind: "imageRecipe", name: `image-${image}`, line: "1.0", digests, why });
  }
  ledger.finish();
  return ledger.toText();
}

function hash(texts: readonly string[]): void {
  for (const text of texts) createHash("sha256").update(text).digest("hex");
}

/** Milliseconds, the median of eleven runs. */
function time(work: () => void): number {
  const runs = Array.from({ length: 11 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return runs.sort((a, b) => a - b)[5] ?? 0;
}

let text: string | undefined;
for (let revision = 0; revision < 20; revision += 1) text = lock(text, componentsOf(revision));
const components = componentsOf(20);
const bytes = [text ?? "", ...components.map((component) => component.text)];

const locking = time(() => lock(text, components));
const hashing = time(() => {
  hash(bytes);
});
const megabytes = bytes.reduce((sum, { length }) => sum + length, 0) / 1e6;
console.log(`lock 500 components, 200 images, 3 environments: ${locking.toFixed(0)} ms`);
console.log(`hash the same ${megabytes.toFixed(1)} MB:                        ${hashing.toFixed(0)} ms`);
console.log(`ratio: ${(locking / hashing).toFixed(1)}`);
