import { effectiveComponents } from "../../../src/project/effective-components";
import { loadProject, type Project } from "../../../src/project/load-project";
import { projectFolder } from "../../helpers/project-folder";
import { check } from "../../helpers/valid-project";

const hello = `schemaVersion: 1.0
phases:
  - name: build
    steps:
      - name: Hello
        action: ExecuteBash
        inputs:
          commands:
            - echo hello
`;

interface Given {
  /** Components of AWS, then documents of the project, each another one. */
  readonly foreign?: number;
  readonly own?: number;
  /** Uses of one more document. */
  readonly same?: number;
  /** By environment: the number it states. */
  readonly quotas?: Readonly<Record<string, number | undefined>>;
}

function filesOf({ foreign = 0, own = 0, same = 0, quotas = { dev: undefined } }: Given): Record<string, string> {
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  const lines = [
    ...numbers(foreign).map((number) => `aws: tool-${number}`),
    ...numbers(own).map((number) => `linux/own-${number}`),
    ...numbers(same).map(() => "linux/same"),
  ];
  return {
    "images/base.yaml": `parent: { os: amazon-linux-2023, architecture: x86_64 }\ncomponents:\n${lines.map((line) => `  - ${line}\n`).join("")}`,
    ...Object.fromEntries(numbers(own).map((number) => [`components/linux/own-${number}.yaml`, hello])),
    ...(same === 0 ? {} : { "components/linux/same.yaml": hello }),
    ...Object.fromEntries(
      Object.entries(quotas).map(([name, quota], index) => [
        `environments/${name}.yaml`,
        `account: "${index}23456789012"\nregion: us-east-1\nimages: { base: { schedule: manual } }\n${quota === undefined ? "" : `quotas: { componentsPerRecipe: ${quota} }\n`}`,
      ]),
    ),
  };
}

async function found(given: Given): Promise<string[]> {
  return (await check(filesOf(given))).map(
    ({ file, line, code, severity, message }) => `${file}:${line} ${severity} ${code}: ${message}`,
  );
}

/** What the recipe holds. */
function ofBase(project: Project) {
  const written = project.definitions.images.get("base")?.components ?? [];
  return effectiveComponents(project).references.get(written);
}

/** How many components the recipe has. */
async function held(given: Given): Promise<number | undefined> {
  const project = await loadProject(projectFolder(filesOf(given)));
  return ofBase(project)?.length;
}

test.each([
  [{ foreign: 20 }],
  [{ foreign: 21, quotas: { dev: 21 } }],
  [{ own: 25, quotas: { dev: 25, prod: 30 } }],
  [{ own: 20, quotas: {} }],
])("takes as many components as the quota, merges nothing and says nothing: %j", async (given) => {
  expect(await found(given)).toEqual([]);
  expect(await held(given)).toBe((given as Given).own ?? (given as Given).foreign);
});

test.each([
  [{ foreign: 21 }, 23, "21 components, and the quota is 20; merging neighbours leaves 21: "],
  [{ foreign: 22, quotas: { dev: 21 } }, 24, "22 components, and the quota is 21; merging neighbours leaves 22: "],
  [{ foreign: 25, quotas: { dev: 25, prod: undefined } }, 23, "25 components, and the quota is 20; "],
])(
  "warns of the first component past the lowest quota, and passes all of them on: %j",
  async (given, line, message) => {
    expect(await found(given)).toEqual([
      expect.stringContaining(`images/base.yaml:${line} warning too-many-components: ${message}`),
    ]);
    expect(await held(given)).toBe(given.foreign);
  },
);

test.each([
  [{ own: 21 }, 20],
  [{ own: 26, quotas: { dev: 25 } }, 25],
  [{ own: 26, quotas: { dev: 25, prod: undefined } }, 20],
  [{ own: 5, quotas: { dev: 3, prod: 25 } }, 3],
  [{ own: 21, quotas: {} }, 20],
])("merges down to the lowest quota of the environments that build the image: %j", async (given, components) => {
  expect(await held(given)).toBe(components);
});

test("merges the uses of one document though there are too many components all the same", async () => {
  const given = { foreign: 21, same: 2 };
  expect(await found(given)).toEqual([
    expect.stringContaining("images/base.yaml:2 note components-merged: merged 23 components into 22: "),
    expect.stringContaining("images/base.yaml:23 warning too-many-components: 23 components, and the quota is 20; "),
  ]);
  expect(await held(given)).toBe(22);
});

describe("a document whose error is silenced", () => {
  const broken = (silenced: boolean) =>
    hello.replace("ExecuteBash", `ExecuteBsh${silenced ? " # check-ignore unknown-action: newer than this" : ""}`);
  const withBroken = (count: number, silenced: boolean) => ({
    ...filesOf({ own: count }),
    "components/linux/own-7.yaml": broken(silenced),
  });

  test("stays as it is, and the others are merged around it, so that the recipe is one that AWS takes", async () => {
    const files = withBroken(21, true);
    expect((await check(files)).map(({ severity, code }) => `${severity} ${code}`)).toEqual(["note components-merged"]);
    const project = await loadProject(projectFolder(files));
    const { merged } = effectiveComponents(project);
    expect(ofBase(project)).toHaveLength(20);
    expect(ofBase(project)).toContainEqual(expect.objectContaining({ document: "linux/own-7" }));
    expect(merged.flatMap(({ of }) => of)).not.toContain("linux/own-7");
  });

  test("is why there are too many where nothing else can be merged", async () => {
    const files = {
      ...filesOf({ foreign: 20, own: 1 }),
      "components/linux/own-1.yaml": broken(true),
    };
    expect((await check(files)).map(({ code, message }) => `${code}: ${message}`)).toEqual([
      expect.stringMatching(/^too-many-components: 21 components.*"linux\/own-1" has an error/),
    ]);
  });

  test("cannot be used twice", async () => {
    const files = { ...filesOf({ same: 2 }), "components/linux/same.yaml": broken(true) };
    expect((await check(files)).map(({ code, message }) => `${code}: ${message}`)).toEqual([
      expect.stringMatching(/^component-twice: .*"linux\/same" has an error/),
    ]);
  });

  test("says nothing of the number while the error is not silenced", async () => {
    expect((await check(withBroken(21, false))).map(({ code }) => code)).toEqual(["unknown-action"]);
  });
});
