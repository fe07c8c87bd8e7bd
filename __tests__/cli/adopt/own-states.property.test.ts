import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import fc from "fast-check";

import { noCode } from "../../../src/adoption/code/terraform-code";
import { placeOfState } from "../../../src/adoption/state/scope";
import { takeOver } from "../../../src/cli/adopt/take-over";
import { inspectProject } from "../../../src/checks/inspect-project";
import { loadProject } from "../../../src/project/load-project";
import { synthesise } from "../../../stacks/synthesise";
import { appliedState } from "../../helpers/applied-state";
import { componentText } from "../../helpers/component-state";
import { projectFolder } from "../../helpers/project-folder";
import { seed, tries } from "../../helpers/sample";

const place = { account: "123456789012", region: "us-east-1" };

/** What an environment may say, one line a key. */
const ofEnvironment = [
  "namePrefix: team-",
  "tags: { team: images, Stage: dev }",
  "retainComponents: true",
  "encryption: { create: true }",
  "network: { subnet: subnet-0123456789abcdef0, securityGroups: [sg-0123456789abcdef0] }",
  "documents: { create: true, bucket: our-documents, protection: [encryption] }",
  "build: { instanceTypes: [m6i.large], keyPair: ops, description: All, configurationTags: { of: all }, logs: { create: true, expireDays: 30 } }",
  "components: { linux/hello: { name: Says hello, tags: { kind: demo } } }",
  "lifecycle: { old: { images: [base, web], rules: [{ action: deprecate, after: { days: 30 } }, { action: delete, keep: 5, exclude: { amis: { launchedWithin: { days: 9 } } } }] } }",
];

/** What it may say of the image `web`. */
const ofImage = [
  "names: { recipe: Web Recipe, pipeline: Web Pipeline }",
  "descriptions: { pipeline: Of its own, distribution: Regions }",
  "tags: { recipe: { a: b }, pipeline: { c: d } }",
  "enabled: false",
  "build: { instanceTypes: none, network: none, keyPair: none, logs: none, metadata: { tokens: optional } }",
  'distribute: [{ region: us-east-1, name: "web {{ imagebuilder:buildDate }}", tags: { x: y } }, { region: eu-west-1 }]',
  "pipelines: { nightly: { schedule: { cron: 0 1 * * ? * }, build: { instanceTypes: [t3.large] }, distribute: none } }",
];

/** What its file may say. */
const ofFile = [
  "description: The image of the web servers",
  'version: "2.3"',
  "volumes: [{ size: 30, type: gp2 }, { device: /dev/xvdf, size: 8, encrypted: as-parent }]",
  "tags: { app: web, z: $y }",
  "tests: { enabled: false }",
  "enhancedMetadata: false",
  "removeSsmAgent: true",
  "workingDirectory: /var/tmp",
  "userData: echo ${hello}",
];

function projectWith(environment: readonly string[], image: readonly string[], file: readonly string[]) {
  const parent = "parent: { os: amazon-linux-2023, architecture: x86_64 }\ncomponents: [linux/hello]\n";
  return projectFolder({
    "components/linux/hello.yaml": componentText,
    "images/base.yaml": parent,
    "images/web.yaml": `${parent}${file.map((line) => `${line}\n`).join("")}`,
    "environments/dev.yaml": `account: "${place.account}"\nregion: ${place.region}\n${environment.map((line) => `${line}\n`).join("")}images:\n  base: { schedule: manual }\n  web:\n    schedule: { cron: 0 4 ? * SUN *, timezone: Europe/Berlin }\n${image.map((line) => `    ${line}\n`).join("")}`,
  });
}

test(`a state that any project of these settings made, taken over into an empty folder, plans nothing (seed ${seed})`, async () => {
  const some = (lines: readonly string[]): fc.Arbitrary<string[]> => fc.subarray([...lines]);
  await fc.assert(
    fc.asyncProperty(some(ofEnvironment), some(ofImage), some(ofFile), async (environment, image, file) => {
      const root = projectWith(environment, image, file);
      const { lock, problems } = await inspectProject(root);
      expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
      if (lock === undefined) throw new Error("there is no lock");
      writeFileSync(join(root, "versions.lock.json"), lock.text);
      const temporary = mkdtempSync(join(tmpdir(), "golden-images-own-states-"));
      try {
        const { stacks } = await synthesise(root, join(temporary, "out"));
        expect(stacks).toBeDefined();
        const state = appliedState(join(temporary, "out", "stacks", "dev"), place);
        const found = placeOfState(state);
        if ("code" in found) throw new Error(found.message);
        mkdirSync(join(temporary, "empty"));
        const over = await takeOver({
          environment: "dev",
          state,
          place: found,
          code: noCode,
          imports: [],
          project: await loadProject(join(temporary, "empty")),
          root: join(temporary, "empty"),
          temporary: mkdtempSync(join(temporary, "attempts-")),
          synthesise: async (project, outdir) => {
            const { problems: refused, stacks: made } = await synthesise(project, outdir);
            return made === undefined ? refused.filter(({ severity }) => severity === "error") : [];
          },
        });
        const text = over.files.get("components/linux/hello.yaml");
        expect({
          notes: over.notes,
          created: over.matching.created.map(({ address }) => address),
          left: over.matching.left.map(({ address }) => address),
          text,
        }).toEqual({
          notes: [],
          created: [],
          left: [],
          text: readFileSync(join(root, "components/linux/hello.yaml"), "utf8"),
        });
      } finally {
        rmSync(temporary, { recursive: true });
      }
    }),
    { seed, numRuns: tries(20), endOnFailure: !process.env.SHRINK },
  );
});
