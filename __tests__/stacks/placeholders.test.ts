import { App, Testing } from "cdktf";
import { isMap, isPair, isScalar, parse, parseDocument, visit } from "yaml";

import { hasErrors, inspectProject } from "../../src/checks/inspect-project";
import { containerSchema } from "../../src/definitions/schema/container";
import { environmentSchema } from "../../src/definitions/schema/environment";
import { imageSchema } from "../../src/definitions/schema/image";
import { resolveConsumers } from "../../src/project/consumers";
import { resolveFactories } from "../../src/project/factories";
import { ImageConsumerStack } from "../../stacks/image-consumer-stack";
import { ImageFactoryStack } from "../../stacks/image-factory-stack";
import { projectFolder } from "../helpers/project-folder";
import { sample, sampled } from "../helpers/sample";
import { validProject } from "../helpers/valid-project";

/** What CDKTF or Terraform would take for something else. */
const placeholders = [
  "${TfToken[TOKEN.0]}",
  "#{TfToken[TOKEN.0]}",
  "&{TfToken[TOKEN.0]}",
  "TfToken[TOKEN.0]",
  "-8.109562212591379e+298",
  "-1.8881545897087626e+289",
  "${path.module}",
  "%{ if true }",
];

interface Place {
  readonly file: string;
  readonly path: readonly (string | number)[];
}

/** Every text in the definitions of the project that uses every key. */
const places: readonly Place[] = Object.entries(validProject).flatMap(([file, text]) => {
  if (!/^(images|containers|environments)\//.test(file)) return [];
  const found: Place[] = [];
  visit(parseDocument(text), {
    Scalar: (key, node, ancestors) => {
      if (key === "key" || typeof node.value !== "string") return;
      const path = [...ancestors, node].flatMap((each, index, all): (string | number)[] => {
        const parent = all[index - 1];
        if (isPair(each)) return [String(isScalar(each.key) ? each.key.value : each.key)];
        return parent !== undefined && "items" in parent && !isMap(parent) ? [parent.items.indexOf(each)] : [];
      });
      found.push({ file, path });
    },
  });
  return found;
});

function withTextAt({ file, path }: Place, text: string): Record<string, string> {
  const document = parseDocument(validProject[file] ?? "");
  document.setIn(path, text);
  return { ...validProject, [file]: document.toString() };
}

/** What Terraform makes of a text in its JSON. */
function evaluated(text: string): string {
  return text.replace(/\$\$\{|%%\{|\$\{"(.)"\}/g, (escape, character?: string) => character ?? escape.slice(1));
}

function leaves(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, each]) => [key, ...leaves(each)])
    : [];
}

/** What Terraform makes of every text in the stacks of a project; undefined where it has errors. */
async function textsOf(files: Record<string, string>): Promise<string[] | undefined> {
  const root = projectFolder(files);
  const { project, lock, problems } = await inspectProject(root);
  if (lock === undefined || hasErrors(problems)) return undefined;
  const app = Testing.stubVersion(new App({ stackTraces: false }));
  const stacks = [
    ...resolveFactories(project, lock).map(
      (factory) => new ImageFactoryStack(app, factory.environment, { factory, root }),
    ),
    ...resolveConsumers(project, lock).map((consumer) => new ImageConsumerStack(app, consumer.stack, { consumer })),
  ];
  return stacks.flatMap((stack) => leaves(JSON.parse(Testing.synth(stack)))).map(evaluated);
}

/** `environments.images.*.distribute.*.description`, without the names that people choose. */
function kindOf({ file, path }: Place): string {
  const named = new Set<unknown>(["images", "containers", "tags", "parameters", "lifecycle", "from", "amis"]);
  const steps = path.map((step, index) => (typeof step === "number" || named.has(path[index - 1]) ? "*" : step));
  return [file.split("/")[0], ...steps].join(".");
}

/** Whether the schema takes the text; the rest of the project need not be looked at where it does not. */
function fits(place: Place, text: string): boolean {
  const schema = { images: imageSchema, containers: containerSchema, environments: environmentSchema }[
    place.file.split("/")[0] ?? ""
  ];
  return schema?.safeParse(parse(withTextAt(place, text)[place.file] ?? "")).success ?? false;
}

/** Texts that go into no stack as they are: for people, or in another form. */
const elsewhere = /^environments\/.*\.description$|\.userData$/;

/** One of each kind: an entry of a list is as good as another. */
const kinds = [...new Map(places.map((place) => [kindOf(place), place])).values()];

describe(`a placeholder of CDKTF or Terraform in a text of the user (${sampled(kinds, 40)})`, () => {
  test("is refused, or passes as it is written, wherever it stands", async () => {
    const passed: string[] = [];
    const failed: string[] = [];
    for (const place of sample(kinds, 40)) {
      const name = `${place.file.replace(".yaml", "")}.${place.path.join(".")}`;
      // All of them at once, and those of few characters alone.
      for (const text of [placeholders.join(" "), "-8.109562212591379e298"]) {
        if (!fits(place, text)) continue;
        const found = await textsOf(withTextAt(place, text)).catch((error: unknown) => [String(error)]);
        if (found === undefined) continue;
        passed.push(name);
        const isThere = elsewhere.test(name) || found.some((each) => each.includes(text));
        if (!isThere) failed.push(`${name}: ${text}`);
        if (text.includes(" ")) break;
      }
    }
    expect(failed).toEqual([]);
    expect(new Set(passed).size).toBeGreaterThan(5);
  });
});
