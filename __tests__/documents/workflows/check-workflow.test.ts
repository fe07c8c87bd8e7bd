import * as fc from "fast-check";

import { checkDocument } from "../../../src/documents/check-document";
import { Report } from "../../../src/documents/reading/report";
import { workflowRules } from "../../../src/documents/rules";
import { checkWorkflow } from "../../../src/documents/workflows/check-workflow";
import type { WorkflowType } from "../../../src/documents/workflows/workflow-action";
import { workflowActions } from "../../../src/documents/workflows/workflow-actions";
import { sortProblems } from "../../../src/problems/problem";
import { YamlSource } from "../../../src/problems/yaml-source";
import { examplesOf, placesOf, unmarked } from "../../helpers/example-rules";

const file = "workflows/example.yaml";

function check(text: string, type?: WorkflowType) {
  const source = new YamlSource(file, text);
  const report = new Report(source);
  const root = source.tree?.root;
  const document = root?.kind === "map" ? checkWorkflow(root, report, type) : undefined;
  return { document, problems: sortProblems(report.problems) };
}

/** The codes and places that the check finds where `▸` stands, a problem a line. */
function expectProblem(code: string, marked: string, type?: WorkflowType) {
  const { files, marks } = unmarked({ [file]: marked });
  expect(placesOf(check(files[file] ?? "", type).problems)).toStrictEqual(marks.map((mark) => ({ ...mark, code })));
}

function steps(...given: readonly string[]): string {
  return `schemaVersion: 1.0\nsteps:\n${given.join("")}`;
}

const launch = "  - name: Launch\n    action: LaunchInstance\n    inputs: { waitFor: ssmAgent }\n";
const instance = "instanceId.$: $.stepOutputs.Launch.instanceId";

describe("the rule", () => {
  it.each(examplesOf(workflowRules, "fail"))(
    "%s finds what breaks it, at its place, and nothing else",
    (_title, example, { code }) => {
      const { files, marks } = unmarked(example);
      expect(marks).toHaveLength(1);
      expect(placesOf(check(files[file] ?? "").problems)).toStrictEqual(marks.map((mark) => ({ ...mark, code })));
    },
  );

  it.each(examplesOf(workflowRules, "pass"))("%s finds nothing once it is fixed", (_title, example) => {
    expect(check(unmarked(example).files[file] ?? "").problems).toStrictEqual([]);
  });
});

describe("a workflow document", () => {
  it("is read into what others need of it", () => {
    const text = `# @version: 2.1
name: w
description: Waits
schemaVersion: 1
parameters:
  - { name: Topic, type: string }
  - { name: Count, type: integer, default: 3 }
  - { name: Word }
steps:
  - name: Wait
    action: WaitForAction
    inputs: { snsTopicArn.$: $.parameters.Topic }
  - name: Again
    action: WaitForAction
    if: { numberEquals: 3, value: $.parameters.Count }
    inputs: { lambdaFunctionName: ask }
`;
    expect(check(text).document).toEqual({
      kind: "workflow",
      description: "Waits",
      parameters: [
        { name: "Topic", type: "string", hasDefault: false },
        { name: "Count", type: "integer", hasDefault: true },
        { name: "Word", type: "string", hasDefault: false },
      ],
      steps: [
        { name: "Wait", action: "WaitForAction", isConditional: false },
        { name: "Again", action: "WaitForAction", isConditional: true },
      ],
      outputs: [],
      needs: [
        {
          actions: ["lambda:InvokeFunction"],
          resource: "ask",
          range: { start: { line: 16, column: 35 }, end: { line: 16, column: 38 } },
        },
      ],
      line: { text: "2.1", position: { line: 1, column: 13 } },
    });
  });

  it.each([
    ["a wait without inputs", "  - name: Wait\n    action: WaitForAction\n"],
    ["a retry", `${launch}    retry: { maxAttempts: 3 }\n`],
    [
      "a list of one condition",
      `${launch}    if:\n      - stringEquals: AMI\n        value: $.imagebuilder.imageType\n`,
    ],
    [
      "not with a list of one",
      `${launch}    if:\n      not:\n        - booleanEquals: true\n          value: $.imagebuilder.collectImageMetadata\n`,
    ],
    [
      "an account id without quotes in a command",
      `${launch}  - name: Run\n    action: RunCommand\n    inputs:\n      ${instance}\n      documentName: AWS-RunShellScript\n      parameters: { commands: ["echo {{ $.stepOutputs.Launch.instanceId }}"] }\n`,
    ],
    ["a rollback by path", `${launch}    rollbackEnabled.$: $.imagebuilder.terminateInstanceOnFailure\n`],
    [
      "JSON with paths below a key for a path",
      `${launch}  - name: Ask\n    action: ExecuteStateMachine\n    inputs:\n      stateMachineArn: arn:aws:states:us-east-1:123456789012:stateMachine:judge\n      input.$: '{"machine": "{{ $.stepOutputs.Launch.instanceId }}"}'\n`,
    ],
    [
      "a list of paths below a key for a path",
      `${launch}  - name: Run\n    action: RunCommand\n    inputs:\n      ${instance}\n      documentName: AWS-RunShellScript\n      parameters: { commands.$: [$.stepOutputs.Launch.instanceId] }\n`,
    ],
    [
      "a list of paths for a list of instance types",
      launch.replace("ssmAgent", "ssmAgent, instanceTypesOverride.$: [$.imagebuilder.imageType]"),
    ],
    [
      "the type of an instance that it launched",
      `${launch}outputs:\n  - name: Type\n    value: $.stepOutputs.Launch.instanceType\n`,
    ],
    [
      "the end of a state machine that it ran",
      "  - name: Ask\n    action: ExecuteStateMachine\n    inputs: { stateMachineArn: arn:aws:states:us-east-1:123456789012:stateMachine:judge }\noutputs:\n  - name: End\n    value: $.stepOutputs.Ask.status\n",
    ],
    [
      "a sentence for the one who approves",
      "  - name: Ask\n    action: WaitForAction\n    inputs: { payload: Is it good? }\n",
    ],
    [
      "outputs of an earlier workflow",
      "  - name: Run\n    action: TerminateInstance\n    inputs:\n      instanceId.$: $.workflowOutputs.Instance\n",
    ],
  ])("may have %s", (_, step) => {
    expect(check(steps(step)).problems).toStrictEqual([]);
  });

  const sharing = (images: string) =>
    steps(
      "  - name: Copy\n    action: DistributeImage\n",
      `  - name: Share\n    action: ModifyImageAttributes\n    inputs:\n      ${images}\n      attributes:\n        - region: us-east-1\n          launchPermission: { userIds: ['111122223333'] }\n`,
    );

  it.each([
    "{ roleName: vmimport, diskImageFormat: VMDK, s3Bucket: exports }",
    "[{ roleName: vmimport, diskImageFormat: VMDK, s3Bucket: exports }]",
  ])("may have an export as the API and as the User Guide write it: %s", (target) => {
    const apply = `  - name: Apply\n    action: ApplyImageConfigurations\n    inputs:\n      distributedImages.$: $.stepOutputs.Copy.distributedImages\n      configurations:\n        - region: us-east-1\n          s3ExportConfiguration: ${target}\n`;
    const copy = "  - name: Copy\n    action: DistributeImage\n";
    expect(check(steps(copy, apply), "DISTRIBUTION").problems).toStrictEqual([]);
  });

  it("must name the role in each of several exports", () => {
    const apply =
      "  - name: Apply\n    action: ApplyImageConfigurations\n    inputs:\n      distributedImages.$: $.stepOutputs.Copy.distributedImages\n      configurations:\n        - region: us-east-1\n          s3ExportConfiguration:\n            - ▸diskImageFormat: RAW\n              s3Bucket: exports\n";
    expectProblem("missing-key", steps("  - name: Copy\n    action: DistributeImage\n", apply), "DISTRIBUTION");
  });

  it.each([
    "distributedImages.$: $.stepOutputs.Copy.distributedImages[0]",
    "distributedImages: '{{ $.stepOutputs.Copy.distributedImages }}'",
    "distributedImages: [{ region: us-east-1, imageId: ami-0123456789abcdef0 }]",
    `distributedImages: '[{"region": "us-east-1"}]'`,
    "distributedImages.$: ['$.stepOutputs.Copy.distributedImages[0]']",
  ])("may have images that were distributed: %s", (images) => {
    expect(check(sharing(images), "DISTRIBUTION").problems).toStrictEqual([]);
  });

  it.each([
    ["distributedImages: stepOutputs.Copy.distributedImages", "wrong-type"],
    ["distributedImages: Copy", "wrong-type"],
    ["distributedImages.$: stepOutputs.Copy.distributedImages", "workflow-path-suffix"],
    ["distributedImages.$: $.Copy.distributedImages", "workflow-reference"],
  ])("does not take for images what leads to none: %s", (images, code) => {
    expect(check(sharing(images), "DISTRIBUTION").problems.map((problem) => problem.code)).toStrictEqual([code]);
  });

  it.each([
    ["missing-key", "▸name: w\nsteps:\n" + launch],
    ["missing-key", `▸schemaVersion: 1.0\n`],
    ["invalid-choice", `schemaVersion: ▸2.0\nsteps:\n${launch}`],
    ["wrong-type", "schemaVersion: 1.0\nsteps: ▸none\n"],
    ["unknown-key", steps(launch, "    ▸onFailur: Abort\n")],
    ["invalid-choice", steps(launch, "    onFailure: ▸Ignore\n")],
    ["invalid-choice", steps(launch.replace("ssmAgent", "▸agent"))],
    ["missing-key", steps("  - ▸name: End\n    action: TerminateInstance\n")],
    ["missing-key", steps("  - name: End\n    action: TerminateInstance\n    ▸inputs:\n")],
    ["workflow-timeout", steps(launch, "    timeoutSeconds: ▸0\n")],
    ["workflow-timeout", steps(launch, "    timeoutSeconds: 60\n    waitSeconds: ▸60\n")],
    ["workflow-timeout", steps(launch, "    waitSeconds: ▸4500\n")],
    ["workflow-condition", steps(launch, "    if:\n      ▸stringEquals: a\n")],
    [
      "workflow-condition",
      steps(launch, "    if:\n      stringEquals: a\n      ▸booleanEquals: true\n      value: b\n"),
    ],
    ["workflow-condition", steps(launch, "    if:\n      numberEquals: ▸many\n      value: 1\n")],
    ["workflow-condition", steps(launch, "    if:\n      ▸and: []\n")],
    [
      "workflow-condition",
      steps(launch, "    if: { not: { not: { not: { not: ▸{ stringEquals: a, value: b } } } } }\n"),
    ],
    ["workflow-reference", steps(launch, "    if:\n      stringEquals: a\n      value: ▸$.parameters.Nothing\n")],
    [
      "workflow-reference",
      steps(launch.replace("ssmAgent", "ssmAgent, imageIdOverride.$: ▸$.stepOutputs.Launch.instanceId")),
    ],
    ["workflow-reference", `${steps(launch)}outputs:\n  - name: Id\n    value: ▸$.stepOutputs.Launch.imageId\n`],
    ["workflow-reference", `${steps(launch)}outputs:\n  - name: Id\n    value: "id {{ ▸$.steps.Launch.imageId }}"\n`],
    ["workflow-duplicate-name", `${steps(launch)}outputs:\n  - name: Id\n    value: a\n  - name: ▸Id\n    value: b\n`],
    ["workflow-path-suffix", steps(launch.replace("waitFor", "▸waitFor.$"))],
    [
      "wrong-type",
      steps(
        launch,
        "  - name: End\n    action: TerminateInstance\n    inputs: { instanceId.$: ▸[$.stepOutputs.Launch.instanceId] }\n",
      ),
    ],
    [
      "wrong-type",
      steps("  - name: Ask\n    action: WaitForAction\n    inputs: { payload.$: ▸[$.imagebuilder.imageType] }\n"),
    ],
    [
      "workflow-json",
      steps(
        launch,
        "  - name: Ask\n    action: ExecuteStateMachine\n    inputs:\n      stateMachineArn: arn:aws:states:us-east-1:123456789012:stateMachine:judge\n      input.$: ▸'machine {{ $.stepOutputs.Launch.instanceId }}'\n",
      ),
    ],
    ["missing-key", `schemaVersion: 1.0\nparameters:\n  - ▸Health: { type: string }\nsteps:\n${launch}`],
    [
      "wrong-type",
      `schemaVersion: 1.0\nparameters:\n  - name: Count\n    type: integer\n    default: ▸many\nsteps:\n${launch}outputs:\n  - name: Count\n    value: $.parameters.Count\n`,
    ],
  ])("is told of %s", (code, marked) => {
    expectProblem(code, marked);
  });

  it("is told of an action of another type of workflow where its type is known", () => {
    const scan = steps(
      launch,
      `  - name: Scan\n    action: ▸CollectImageScanFindings\n    inputs:\n      ${instance}\n`,
    );
    expectProblem("workflow-stage", scan, "BUILD");
    expect(check(scan.replace("▸", ""), "TEST").problems).toStrictEqual([]);
    expect(check(scan.replace("▸", "")).problems).toStrictEqual([]);
  });

  it("never makes the check throw", () => {
    const words = fc.constantFrom(
      "name",
      "steps",
      "if",
      "and",
      "inputs",
      "action",
      "$.stepOutputs.a.b",
      "RunCommand",
      "__proto__",
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 6 }, words, fc.integer(), fc.constant(null), tie("list"), tie("map")),
      list: fc.array(tie("value"), { maxLength: 4 }),
      map: fc.dictionary(words, tie("value"), { maxKeys: 6 }),
    }));
    fc.assert(
      fc.property(value, (document) => {
        const { problems } = checkDocument(file, JSON.stringify({ steps: document }));
        expect(problems.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe("the step actions", () => {
  it("are the 19 that Image Builder documents", () => {
    expect(workflowActions.size).toBe(19);
  });

  it("allow no default beyond their limit", () => {
    for (const { defaultTimeout, maxTimeout } of workflowActions.values())
      expect(defaultTimeout).toBeLessThanOrEqual(maxTimeout);
  });
});
