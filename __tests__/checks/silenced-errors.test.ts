import { App, Testing } from "cdktf";
import { parse } from "yaml";

import { hasErrors, inspectProject } from "../../src/checks/inspect-project";
import { projectRules } from "../../src/checks/rules";
import { exampleProject } from "../../src/definitions/example-texts";
import { definitionRules } from "../../src/definitions/rules/rules";
import { documentRules } from "../../src/documents/rules";
import { fileRules } from "../../src/problems/decode-text";
import type { Rule } from "../../src/problems/rule";
import { yamlSyntax } from "../../src/problems/yaml-source";
import { resolveConsumers } from "../../src/project/consumers";
import { resolveFactories } from "../../src/project/factories";
import { symbolicLink } from "../../src/project/project-files";
import { ImageConsumerStack } from "../../stacks/image-consumer-stack";
import { ImageFactoryStack } from "../../stacks/image-factory-stack";
import { examplesOf, isOfDocuments, unmarked } from "../helpers/example-rules";
import { reusedFolder } from "../helpers/project-folder";
import { sample, sampled } from "../helpers/sample";

type Files = Readonly<Record<string, string>>;
type Keyed = Readonly<Record<string, unknown>>;

interface StackJson {
  readonly resource?: Readonly<Record<string, Keyed>>;
}

const folderOf = reusedFolder();

/** The JSON of every stack by name, as `npm run synth` writes it; the codes of the errors where there are any. */
async function synthesised(files: Files): Promise<Map<string, StackJson> | string[]> {
  const root = folderOf(files);
  const { project, lock, problems } = await inspectProject(root);
  if (lock === undefined || hasErrors(problems)) return codesOf(problems);
  const app = Testing.stubVersion(new App({ stackTraces: false }));
  const stacks = [
    ...resolveFactories(project, lock).map(
      (factory) => new ImageFactoryStack(app, factory.environment, { factory, root }),
    ),
    ...resolveConsumers(project, lock).map((consumer) => new ImageConsumerStack(app, consumer.stack, { consumer })),
  ];
  return new Map(stacks.map((stack) => [stack.node.id, JSON.parse(Testing.synth(stack)) as StackJson]));
}

function codesOf(problems: readonly { readonly code: string; readonly severity: string }[]): string[] {
  return [...new Set(problems.filter(({ severity }) => severity === "error").map(({ code }) => code))].sort();
}

/** The files with every error silenced in the file that it is in, and those that only then are found, too. */
async function silenced(files: Files): Promise<Files> {
  let result = files;
  for (let round = 0; round < 4; round++) {
    const { problems } = await inspectProject(folderOf(result));
    const errors = problems.filter(({ severity, file }) => severity === "error" && file in result);
    const texts = Object.entries(result).map(([file, text]) => {
      const codes = codesOf(errors.filter((error) => error.file === file));
      const comments = codes
        .map((code) => `# check-ignore-file ${code}: we know\n`)
        .filter((line) => !text.includes(line));
      return [file, comments.length === 0 ? text : `${text.replace(/\n?$/, "\n")}${comments.join("")}`] as const;
    });
    if (texts.every(([file, text]) => text === result[file])) break;
    result = Object.fromEntries(texts);
  }
  return result;
}

const namesOf = (value: unknown): string[] => (typeof value === "object" && value !== null ? Object.keys(value) : []);

/** What each definition of the files has to be found as: stack, type of resource, and how many of them. */
function definedIn(files: Files): [stack: string, type: string, count: number][] {
  return Object.entries(files).flatMap(([file, text]) => {
    const name = /^environments\/(.*)\.ya?ml$/.exec(file)?.[1];
    if (name === undefined) return [];
    const { images, containers, lifecycle, consumer, events } = parse(text) as Keyed;
    const [ofImages, ofContainers] = [namesOf(images), namesOf(containers)];
    const builds = ofImages.length + ofContainers.length;
    const of = (type: string, count: number): [string, string, number][] => (count === 0 ? [] : [[name, type, count]]);
    return [
      ...of("aws_imagebuilder_image_recipe", ofImages.length),
      ...of("aws_imagebuilder_container_recipe", ofContainers.length),
      ...of("aws_imagebuilder_image_pipeline", builds),
      ...(builds === 0 ? [] : of("aws_imagebuilder_lifecycle_policy", namesOf(lifecycle).length)),
      ...(builds === 0 || events === undefined ? [] : of("aws_cloudwatch_event_rule", 1)),
      ...(consumer === undefined ? [] : ([[`${name}-consumer`, "", 0]] as [string, string, number][])),
    ];
  });
}

/** A project around the example of a rule that builds what the example defines. */
function projectOf(example: Files): Files {
  const component = Object.keys(example).find((file) => file.startsWith("components/"));
  const workflow = Object.keys(example).find((file) => file.startsWith("workflows/"));
  const windows = component?.startsWith("components/windows/") === true;
  const document = component?.replace(/^components\/|\.ya?ml$/g, "");
  const os = windows ? "windows-server-2022" : "amazon-linux-2023";
  const image = exampleProject.image
    .replace("amazon-linux-2023", os)
    .replace("aws: update-linux", document ?? "aws: update-linux");
  const workflows = workflow === undefined ? "" : `workflows: [${workflow.replace(/^workflows\/|\.ya?ml$/g, "")}]\n`;
  return {
    "images/base.yaml": `${image}${workflows}`,
    "environments/dev.yaml": exampleProject.environment,
    ...example,
  };
}

const rules: readonly Rule[] = [
  yamlSyntax,
  ...definitionRules,
  ...projectRules,
  ...fileRules,
  symbolicLink,
  ...documentRules,
];

const unsilenceable = rules.filter((rule) => rule.unsilenceable !== undefined).map(({ code }) => code);

/** What is defined and cannot be found in the stacks, as many as there are. */
function missing(files: Files, stacks: ReadonlyMap<string, StackJson>): string[] {
  return definedIn(files).flatMap(([name, type, count]) => {
    const stack = stacks.get(name);
    if (stack === undefined) return [`stack ${name}`];
    return namesOf(stack.resource?.[type]).length < count ? [`${count} ${type} in stack ${name}`] : [];
  });
}

const cases = examplesOf(
  rules.filter(({ refusedBy }) => refusedBy !== undefined),
  "fail",
);

describe(`a silenced error (${sampled(cases, 120)})`, () => {
  test.each(sample(cases, 120))(
    "%s stays one, or everything that is defined is passed on",
    async (_title, example, rule) => {
      const files = projectOf(unmarked(example).files);
      const result = await synthesised(await silenced(files));
      const passedOn = result instanceof Map;
      // What no definition may hold, a document may.
      const ofDocument = rule.unsilenceable === "in definitions" && isOfDocuments(["", example]);
      expect(passedOn && !ofDocument ? unsilenceable.includes(rule.code) : false).toBe(false);
      expect(passedOn ? [] : result).toEqual(passedOn ? [] : result.filter((code) => unsilenceable.includes(code)));
      expect(missing(passedOn ? files : {}, passedOn ? result : new Map())).toEqual([]);
    },
  );
});
