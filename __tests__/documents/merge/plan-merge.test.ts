import type { ComponentUse } from "../../../src/documents/merge/component-use";
import { describeMerge } from "../../../src/documents/merge/describe-merge";
import { type MergePlan, planMerge, usesOf } from "../../../src/documents/merge/plan-merge";
import { building, useOf } from "./uses";

const step = (name: string): string => `- name: ${name}\n  action: UpdateOS\n`;
const document = (name: string, phases: readonly string[] = ["build"]): ComponentUse =>
  useOf(
    `linux/${name}`,
    `schemaVersion: 1.0\nphases:\n${phases.map((phase) => `  - name: ${phase}\n    steps:\n      - name: Update\n        action: UpdateOS\n`).join("")}`,
  );
const foreign: ComponentUse = {
  parameters: {},
};
const many = (count: number): ComponentUse[] => Array.from({ length: count }, (_, index) => document(`d${index}`));

/** How many components each planned one stands for. */
function sizes(plan: MergePlan): number[] | string {
  if ("why" in plan) return plan.why;
  return plan.tooMany ?? plan.components.map((each) => usesOf(each).length);
}

function whole(count: number): number[] {
  return Array.from({ length: count }, () => 1);
}

describe("the plan for an image", () => {
  it("merges nothing where there are 20 components or fewer", () => {
    const uses = [...many(19), foreign];
    expect(planMerge(uses, 20)).toStrictEqual({ components: uses.map((use) => ({ use })) });
  });

  it("merges as few as it takes, from the first on", () => {
    expect(sizes(planMerge(many(23), 20))).toStrictEqual([4, ...whole(19)]);
  });

  it("leaves what it has merged as it is when a component is added at the end", () => {
    const labels = (count: number): string[] => {
      const plan = planMerge(many(count), 20);
      if ("why" in plan) throw new Error(plan.why);
      return plan.components.flatMap((each) =>
        "merged" in each ? (each.merged.text.match(/d\d+_Update/g) ?? []) : [],
      );
    };
    expect(labels(23)).toStrictEqual([...labels(22), "d3_Update"]);
  });

  it("merges neighbours alone: a component of others stays where it is", () => {
    const uses = [document("a"), foreign, document("b"), document("c"), foreign];
    expect(sizes(planMerge(uses, 4))).toStrictEqual([1, 1, 2, 1]);
    expect(planMerge(uses, 3)).toStrictEqual({
      components: uses.map((use) => ({ use })),
      tooMany:
        "merging neighbours leaves 4: 2 are not of this project; a document takes up to 65536 bytes and 25 parameters",
    });
  });

  it("merges no two platforms", () => {
    const windows = useOf("windows/a", building(step("Update")), {}, "Windows");
    expect(sizes(planMerge([document("a"), windows, windows], 2))).toStrictEqual([1, 2]);
    expect(sizes(planMerge([document("a"), windows, windows], 1))).toContain("merging neighbours leaves 2: ");
  });

  it("leaves a document alone whose phases Image Builder and a merged document would run the other way round", () => {
    const turned = document("turned", ["validate", "build"]);
    expect(sizes(planMerge([turned, document("a"), document("b")], 2))).toStrictEqual([1, 2]);
    expect(sizes(planMerge([turned, document("a")], 1))).toBe(
      'merging neighbours leaves 2: "linux/turned" has its phase "validate" before "build"; a document takes up to 65536 bytes and 25 parameters',
    );
    expect(sizes(planMerge([document("x", ["test", "build"]), document("a")], 1))).toStrictEqual([2]);
  });

  it("leaves a document alone that is given what it does not declare, which another rule reports", () => {
    const wrong = { ...document("wrong"), parameters: { Packages: "jq" } };
    expect(sizes(planMerge([wrong, document("a")], 1))).toContain(
      '"linux/wrong" is given parameters that it does not declare',
    );
  });

  it("leaves a document alone that is given a constant, or that has an error", () => {
    const constant = useOf(
      "linux/constant",
      building(step("Update"), "constants:\n  - Port: { type: string, value: a }\n"),
    );
    const given = { ...constant, parameters: { Port: "80" } };
    expect(sizes(planMerge([given, document("a")], 1))).toContain(
      '"linux/constant" is given parameters that it does not declare',
    );
    const broken = { ...document("broken"), broken: true as const };
    expect(sizes(planMerge([broken, foreign, document("a")], 1))).toBe(
      'merging neighbours leaves 3: 1 is not of this project; "linux/broken" has an error; a document takes up to 65536 bytes and 25 parameters',
    );
    expect(sizes(planMerge([broken, document("a"), document("b")], 2))).toStrictEqual([1, 2]);
  });

  it("merges a document that is given what it declares", () => {
    const declaring = useOf(
      "linux/declaring",
      building(step("Update"), "parameters:\n  - Port: { type: string, default: a }\n"),
      { Port: "80" },
    );
    expect(sizes(planMerge([declaring, document("a")], 1))).toStrictEqual([2]);
  });

  it("keeps each document within 25 systems that it is for", () => {
    const systems = (any: string, of: string, count: number) => {
      const names = [any, ...Array.from({ length: count }, (_, index) => `${of} ${index}`)];
      return useOf(`linux/${any.slice(0, 6)}`, `# @supported-os: ${names.join(", ")}\n${building(step("Update"))}`);
    };
    const both = (count: number) => [systems("Ubuntu", "Debian", 12), systems("Debian", "Ubuntu", count)];
    expect(sizes(planMerge(both(13), 1))).toStrictEqual([2]);
    expect(sizes(planMerge(both(14), 1))).toContain("leaves 2: ");
  });

  it("merges documents of 25 parameters, constants besides", () => {
    const declaring = (count: number) =>
      useOf(
        "linux/declaring",
        building(
          step("Update"),
          `parameters:\n${Array.from({ length: count }, (_, index) => `  - Name${index}: { type: string, default: a }\n`).join("")}constants:\n  - Port: { type: string, value: a }\n`,
        ),
      );
    expect(sizes(planMerge([declaring(25), document("a")], 1))).toStrictEqual([2]);
    expect(sizes(planMerge([declaring(13), useOf("linux/other", declaring(12).text)], 1))).toStrictEqual([2]);
  });

  it("rather merges where no validate comes later", () => {
    const checked = document("checked", ["build", "validate"]);
    const plan = planMerge([checked, document("a"), document("b")], 2);
    expect(sizes(plan)).toStrictEqual([1, 2]);
    expect(sizes(planMerge([document("a"), checked, document("b")], 2))).toStrictEqual([2, 1]);
    expect(sizes(planMerge([checked, document("a", ["test"]), document("b")], 2))).toStrictEqual([2, 1]);
  });

  it("rather merges once than where no validate comes later", () => {
    const checked = document("checked", ["build", "validate"]);
    const plan = planMerge([checked, checked, checked, foreign, document("a"), document("b"), foreign], 5);
    expect(sizes(plan)).toStrictEqual([3, 1, 1, 1, 1]);
    expect("components" in plan && plan.components[0]).toMatchObject({
      merged: { validatedLater: ["linux/checked", "linux/checked"] },
    });
  });

  it("keeps each document within 25 parameters", () => {
    const with13 = useOf(
      "linux/with-13",
      building(
        step("Update"),
        `parameters:\n${Array.from({ length: 13 }, (_, index) => `  - Name${index}: { type: string, default: a }\n`).join("")}`,
      ),
    );
    expect(sizes(planMerge([with13, with13, document("a"), document("b")], 3))).toStrictEqual([1, 2, 1]);
    expect(sizes(planMerge([with13, with13], 1))).toContain("leaves 2: ");
  });

  it("keeps each document within 65,536 bytes, to the byte", () => {
    const text = (length: number): string =>
      building(
        `- name: Write\n  action: CreateFile\n  inputs:\n    - path: /a\n      content: "${"é".repeat(length)}"\n`,
      );
    const merged = (length: number) => planMerge([useOf("linux/a", text(length)), document("b")], 1);
    const plan = merged(100);
    const [first] = "components" in plan ? plan.components : [];
    const bytes = first !== undefined && "merged" in first ? Buffer.byteLength(first.merged.text) : NaN;
    const room = Math.floor((65_536 - bytes) / 2);
    expect(sizes(merged(100 + room))).toStrictEqual([2]);
    expect(sizes(merged(100 + room + 1))).toContain("leaves 2: ");
  });

  it("hands back the very components that it was given", () => {
    const uses = many(21).map((use, index) => ({ ...use, index }));
    const plan = planMerge(uses, 20);
    const back = "why" in plan ? [] : plan.components.flatMap(usesOf);
    expect(back.map(({ index }) => index)).toStrictEqual(uses.map(({ index }) => index));
    expect(back[0]).toBe(uses[0]);
  });

  it("ends for many documents", () => {
    const steps = Array.from({ length: 5 }, (_, index) => step(`Update${index}`)).join("");
    const uses = Array.from({ length: 50 }, (_, index) => useOf(`linux/d${index}`, building(steps)));
    expect(sizes(planMerge(uses, 20))).toHaveLength(20);
  });
});

describe("the plan for an image that uses a document more than once", () => {
  const [a, b, c] = ["a", "b", "c"].map((name) => document(name)) as [ComponentUse, ComponentUse, ComponentUse];

  it("merges the uses, however few components there are", () => {
    expect(sizes(planMerge([a, a], 20))).toStrictEqual([2]);
    expect(sizes(planMerge([foreign, a, a, a, b], 20))).toStrictEqual([1, 3, 1]);
  });

  it("merges what stands between them along with them, so that the order stays", () => {
    expect(sizes(planMerge([c, a, b, a, c], 20))).toStrictEqual([5]);
    expect(sizes(planMerge([a, b, a, c], 20))).toStrictEqual([3, 1]);
    expect(sizes(planMerge([a, b, a, b], 20))).toStrictEqual([4]);
  });

  it("gives a later use a name of its own where a component of others stands between them", () => {
    const plan = planMerge([a, foreign, a, foreign, a], 20);
    expect(sizes(plan)).toStrictEqual([1, 1, 1, 1, 1]);
    const components = "why" in plan ? [] : plan.components;
    expect(components.map((each) => "merged" in each)).toStrictEqual([false, false, true, false, true]);
    expect(describeMerge(components)).toBe(
      'merged 5 components into 5: "linux/a" again under another name; "linux/a" again under another name',
    );
  });

  it("leaves the one use alone that is in no merged document", () => {
    const plan = planMerge([a, a, foreign, a], 20);
    expect("components" in plan && plan.components.map((each) => "merged" in each)).toStrictEqual([true, false, false]);
  });

  it("makes several merged documents where one would be too large", () => {
    const with10 = useOf(
      "linux/with-10",
      building(
        step("Update"),
        `parameters:\n${Array.from({ length: 10 }, (_, index) => `  - Name${index}: { type: string, default: a }\n`).join("")}`,
      ),
    );
    expect(sizes(planMerge([with10, with10, with10, with10, with10], 20))).toStrictEqual([2, 2, 1]);
  });

  it("merges further where there are too many components all the same", () => {
    expect(sizes(planMerge([a, a, b, c, foreign], 3))).toStrictEqual([3, 1, 1]);
    expect(sizes(planMerge([a, a, b, c, foreign], 2))).toStrictEqual([4, 1]);
  });

  it("says which use cannot be kept apart from the one before", () => {
    const turned = document("turned", ["validate", "build"]);
    expect(planMerge([a, turned, foreign, turned], 20)).toStrictEqual({
      why: '"linux/turned" has its phase "validate" before "build"',
      repeated: 3,
    });
  });
});

describe("the operating systems of a merged document", () => {
  const on = (name: string, systems: string): ComponentUse =>
    useOf(`linux/${name}`, `# @supported-os: ${systems}\n${building(step("Update"))}`);
  const mergedOf = (...uses: readonly ComponentUse[]) => {
    const plan = planMerge(uses, 1);
    const [first] = "why" in plan ? [] : plan.components;
    return first !== undefined && "merged" in first ? first.merged : undefined;
  };

  it("are those that all of its documents are for", () => {
    const merged = mergedOf(on("a", "Amazon Linux, Ubuntu 24"), on("b", "Ubuntu, Amazon Linux 2023"), document("c"));
    expect(merged?.supportedOsVersions).toStrictEqual(["Amazon Linux 2023", "Ubuntu 24"]);
    const { parsed } = useOf("linux/merged", merged?.text ?? "");
    expect(parsed.supportedOsVersions).toStrictEqual(["Amazon Linux 2023", "Ubuntu 24"]);
  });

  it("are any where all of its documents are for any", () => {
    const merged = mergedOf(document("a"), document("b"));
    expect(merged?.supportedOsVersions).toStrictEqual([]);
    expect(merged?.text).not.toContain("@supported-os");
  });

  it("keep documents apart that have none in common", () => {
    expect(mergedOf(on("a", "Ubuntu"), on("b", "Amazon Linux"))).toBeUndefined();
  });
});

describe("the words for it", () => {
  it("name what became one", () => {
    const plan = planMerge([document("a"), document("b"), foreign, document("c"), document("d")], 3);
    expect("components" in plan && describeMerge(plan.components)).toBe(
      'merged 5 components into 3: "linux/a", "linux/b" into one; "linux/c", "linux/d" into one',
    );
  });

  it("count what is there more than once", () => {
    const plan = planMerge([document("a"), document("a"), document("b"), document("a")], 20);
    expect("components" in plan && describeMerge(plan.components)).toBe(
      'merged 4 components into 1: "linux/a" (2 times), "linux/b", "linux/a" into one',
    );
  });

  it("are none where nothing did", () => {
    const plan = planMerge(many(3), 20);
    expect("components" in plan && describeMerge(plan.components)).toBeUndefined();
  });
});
