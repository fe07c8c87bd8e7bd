import fc from "fast-check";

import { reportIn } from "../../src/cli/plans/report";
import { reportFormats } from "../../src/cli/plans/report-arguments";
import { isFault, readPlan } from "../../src/review/plan/read-plan";
import { reviewPlan } from "../../src/review/review";
import { now } from "./example-review";

/** Every form of the review of a plan, together. */
function everyForm(plan: unknown, showUserData = false): string {
  const read = readPlan(JSON.stringify(plan), { showUserData });
  if (isFault(read)) throw new Error(read.message);
  const review = reviewPlan(read, {
    title: "dev",
    now,
    texts: { find: () => undefined, searched: "in Git" },
    accepted: [],
    allDrift: true,
  });
  return reportFormats.map((format) => reportIn(format, review, { colour: false })).join("\n");
}

const types = [
  "aws_imagebuilder_component",
  "aws_imagebuilder_image_recipe",
  "aws_imagebuilder_image_pipeline",
  "aws_imagebuilder_distribution_configuration",
  "aws_iam_role_policy",
  "aws_ssm_parameter",
  "random_thing",
] as const;
const names = ["name", "description", "policy", "data", "tags", "schedule", "version", "value", "kms_key_id"] as const;

/** No part of it is a word that a report might say by itself. */
const secret = fc
  .tuple(fc.stringMatching(/^[A-Za-z0-9"\\<>&'%/+]{10,24}$/), fc.integer({ min: 1000, max: 9999 }))
  .map(([text, number]) => `zq${text}${number}qz`);

describe("a secret that Terraform marks", () => {
  it("is in no form, wherever it stands and wherever it was copied to", () => {
    const shape = fc.record({
      secret,
      type: fc.constantFrom(...types),
      actions: fc.constantFrom(
        ["create"],
        ["update"],
        ["delete"],
        ["create", "delete"],
        ["delete", "create"],
        ["no-op"],
        ["forget"],
        ["odd"],
      ),
      name: fc.constantFrom(...names),
      copied: fc.constantFrom(...names),
      depth: fc.integer({ min: 0, max: 3 }),
      marked: fc.constantFrom("leaf", "whole", "variable", "output", "state", "drift"),
      around: fc.constantFrom("plain", "within", "json", "base64", "key"),
    });
    fc.assert(
      fc.property(shape, ({ secret: hidden, type, actions, name, copied, depth, marked, around }) => {
        const nested = (leaf: unknown): unknown =>
          Array.from({ length: depth }).reduce<unknown>(
            (value, _, index) => (index % 2 === 0 ? [value] : { inner: value }),
            leaf,
          );
        const copy = {
          plain: hidden,
          within: `before ${hidden} after`,
          json: JSON.stringify({ Statement: [{ Effect: "Allow", Action: hidden, Resource: "*" }] }),
          base64: Buffer.from(`#!/bin/sh\n${hidden}\n`).toString("base64"),
          key: { [hidden]: "value" },
        }[around];
        const side = {
          id: "x",
          [name]: nested(hidden),
          copy_of_it: copy,
          ...(copied === name ? {} : { [copied]: copy }),
        };
        const mask = marked === "whole" ? true : marked === "leaf" ? { [name]: nested(true) } : {};
        const change = {
          address: `${type}.it`,
          type,
          name: "it",
          mode: "managed",
          change: {
            actions,
            before: actions[0] === "create" && actions.length === 1 ? null : side,
            after: actions[0] === "delete" && actions.length === 1 ? null : { ...side, other: "new" },
            before_sensitive: mask,
            after_sensitive: mask,
          },
        };
        const plan = {
          format_version: "1.2",
          resource_changes: [change],
          resource_drift:
            marked === "drift"
              ? [
                  {
                    ...change,
                    change: {
                      actions: ["update"],
                      before: side,
                      after: side,
                      before_sensitive: { [name]: nested(true) },
                    },
                  },
                ]
              : [change],
          output_changes: {
            out: {
              actions: ["update"],
              before: copy,
              after: hidden,
              before_sensitive: marked === "output",
              after_sensitive: marked === "output",
            },
          },
          checks: [
            {
              address: { to_display: "check.it" },
              status: "fail",
              instances: [{ problems: [{ message: `it is ${hidden}` }] }],
            },
          ],
          variables: { it: { value: hidden } },
          configuration: {
            provider_config: { aws: { name: "aws", version_constraint: "~> 5.100" } },
            root_module: {
              variables: marked === "variable" ? { it: { sensitive: true } } : { it: {} },
              resources: [{ address: `${type}.it`, expressions: { [name]: { constant_value: hidden } } }],
            },
          },
          prior_state:
            marked === "state"
              ? {
                  values: {
                    root_module: {
                      child_modules: [
                        {
                          resources: [
                            { address: "x.y", values: { password: hidden }, sensitive_values: { password: true } },
                          ],
                        },
                      ],
                    },
                  },
                }
              : undefined,
        };
        const said = everyForm(plan);
        const forms = [
          hidden,
          JSON.stringify(hidden).slice(1, -1),
          hidden.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
          hidden.slice(2, 12),
        ];
        for (const form of forms) expect(said).not.toContain(form);
      }),
      { numRuns: 800 },
    );
  });

  it("is told of where it changes, without its value", () => {
    const said = everyForm({
      format_version: "1.2",
      resource_changes: [
        {
          address: "aws_ssm_parameter.it",
          type: "aws_ssm_parameter",
          name: "it",
          change: {
            actions: ["update"],
            before: { value: "first-secret-value" },
            after: { value: "second-secret-value" },
            before_sensitive: { value: true },
            after_sensitive: { value: true },
          },
        },
      ],
    });
    expect(said).toContain("aws_ssm_parameter.it changes: value (sensitive) → (sensitive)");
    expect(said).not.toContain("secret-value");
  });
});

describe("user data", () => {
  const recipe = (text: string) => ({
    name: "web",
    version: text,
    user_data_base64: Buffer.from(`#!/bin/sh\necho ${text}\n`).toString("base64"),
  });
  const plan = {
    format_version: "1.2",
    resource_changes: [
      {
        address: "aws_imagebuilder_image_recipe.web",
        type: "aws_imagebuilder_image_recipe",
        name: "web",
        change: { actions: ["create", "delete"], before: recipe("old-words"), after: recipe("new-words") },
      },
    ],
  };

  it("is hidden unless it is asked for", () => {
    expect(everyForm({ ...plan, resource_changes: plan.resource_changes })).not.toMatch(/echo (old|new)-words/);
    const shown = everyForm(plan, true);
    expect(shown).toContain("- echo old-words");
    expect(shown).toContain("+ echo new-words");
  });
});

describe("a credential in a text that nobody has marked", () => {
  it("is hidden by its form", () => {
    const token = ["ghp", "q7Zk2Vd9Xb4Rt6Yw1Mn3Lp8Hs5Jc0Fg2Ka7e"].join("_");
    const component = (text: string) => ({ name: "web", version: "1.0.0", data: `phases: []\n# ${text}\n` });
    const said = everyForm({
      format_version: "1.0",
      resource_changes: [
        {
          address: "aws_imagebuilder_component.web",
          type: "aws_imagebuilder_component",
          name: "web",
          change: { actions: ["delete", "create"], before: component("nothing"), after: component(`TOKEN=${token}`) },
        },
      ],
    });
    expect(said).not.toContain(token);
    expect(said).toContain("TOKEN=(sensitive)");
  });
});
