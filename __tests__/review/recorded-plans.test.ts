import { existsSync } from "node:fs";
import { join } from "node:path";

import { reportIn } from "../../src/cli/plans/report";
import { allReviewRules } from "../../src/review/judgement/all-review-rules";
import { recordedPlan, recordedPlans } from "../end-to-end/plans/recorded-plan";
import { type Scenario, scenarios } from "../end-to-end/plans/scenarios";
import { planOf, reviewScenario } from "./recorded-review";

/** What each recorded plan is found to hold; what is not named here holds nothing to care of. */
const expected: Readonly<Record<string, readonly string[]>> = {
  "image-removed": ["image-destroyed", "pipeline-destroyed", "resource-forgotten", "role-destroyed"],
  "held-component-deleted": ["held-component-deleted"],
  "container-removed": ["image-destroyed", "pipeline-destroyed", "resource-forgotten"],
  "sharing-widened": ["policy-broadened", "shared-with-more"],
  "copy-to-account": ["shared-with-more"],
  "key-changed": ["key-changed"],
  "key-user-added": ["policy-broadened"],
  "key-deleted-sooner": ["retention-shortened"],
  "profile-policy-added": ["policy-attached"],
  "bucket-switched": ["policy-broadened", "resource-forgotten"],
  "log-bucket-removed": ["resource-forgotten"],
  "log-expiry-shortened": ["retention-shortened"],
  "log-group-shortened": ["retention-shortened"],
  "lifecycle-delete-added": ["lifecycle-deletes"],
  "lifecycle-shortened": ["lifecycle-deletes"],
  "lifecycle-removed": ["role-destroyed"],
  "schedule-removed": ["schedule-removed"],
  "pipeline-disabled": ["pipeline-disabled"],
  "volume-unencrypted": ["encryption-weakened"],
  "metadata-weakened": ["metadata-weakened"],
  "topic-removed": ["resource-forgotten"],
  "topic-renamed": ["resource-forgotten"],
  "topic-renamed-with-events": ["resource-forgotten"],
  "role-replaced": ["role-destroyed"],
  "role-replaced-and-parameter-added": ["policy-broadened", "role-destroyed"],
  "provider-version-changed": ["version-line-changed"],
  "drift-public-access": ["public-access-block-removed"],
  "drift-role-policy": ["policy-attached"],
  "repository-destroyed": ["image-destroyed", "pipeline-destroyed", "repository-destroyed"],
  "topic-destroyed": ["topic-destroyed"],
  "argument-overridden": ["argument-overridden"],
  "look-up-changed": ["look-up-changed"],
  "terraform-policy-broadened": ["policy-broadened"],
  "terraform-role-replaced": ["policy-broadened", "role-destroyed"],
  "terraform-role-replaced-only": ["role-destroyed"],
  "terraform-trust-widened": ["policy-broadened"],
  "terraform-tls-only-removed": ["tls-only-removed"],
  "terraform-boundary-removed": ["boundary-removed"],
  "terraform-ingress-opened": ["ingress-opened"],
  "terraform-public-address": ["public-address"],
  "terraform-queue-policy-public": ["policy-broadened"],
  "terraform-table-destroyed": ["data-destroyed"],
  "terraform-key-destroyed": ["key-destroyed"],
  "terraform-vpc-replaced": ["resource-destroyed"],
  "terraform-forgotten": ["resource-forgotten"],
  "terraform-check-failed": ["check-failed"],
  "terraform-bucket-replaced": ["bucket-destroyed", "policy-unclear"],
  "terraform-sharing-public": ["shared-with-everybody"],
  "terraform-module-policy": ["policy-broadened"],
  "terraform-guard-removed": ["account-guard-removed"],
  "terraform-targeted": ["plan-incomplete"],
};

/** Of each code the recorded plan that changes the same noun, or the same of the whole plan, and is fine. */
const neighbours: Readonly<Record<string, string>> = {
  "pipeline-destroyed": "pipeline-disabled",
  "image-destroyed": "component-edited",
  "bucket-destroyed": "log-bucket-removed",
  "key-destroyed": "key-user-added",
  "repository-destroyed": "container-removed",
  "topic-destroyed": "topic-removed",
  "role-destroyed": "tags-changed",
  "data-destroyed": "terraform-forgotten",
  "resource-destroyed": "terraform-ingress-opened",
  "held-component-deleted": "component-edited",
  "retention-shortened": "log-expiry-lengthened",
  "policy-broadened": "terraform-policy-narrowed",
  "policy-unclear": "terraform-policy-narrowed",
  "tls-only-removed": "terraform-bucket-replaced",
  "policy-attached": "role-replaced",
  "boundary-removed": "tags-changed",
  "public-access-block-removed": "bucket-switched",
  "shared-with-more": "sharing-narrowed",
  "shared-with-everybody": "sharing-widened",
  "encryption-weakened": "volume-grown",
  "key-changed": "volume-grown",
  "ingress-opened": "terraform-ingress-closed",
  "metadata-weakened": "tags-changed",
  "public-address": "terraform-vpc-replaced",
  "schedule-removed": "schedule-changed",
  "pipeline-disabled": "schedule-changed",
  "lifecycle-deletes": "tags-changed",
  "account-guard-removed": "terraform-no-change",
  "version-line-changed": "no-change",
  "plan-incomplete": "terraform-no-change",
  "check-failed": "terraform-check-passed",
  "resource-forgotten": "topic-destroyed",
  "argument-overridden": "schedule-changed",
  "look-up-changed": "looking-up-edited",
};

describe("the recorded plans", () => {
  it("are all there", () => {
    const missing = scenarios.filter(({ name }) => !existsSync(join(recordedPlans, `${name}.json`)));
    expect(missing.map(({ name }) => name)).toEqual([]);
    const names = scenarios.map(({ name }) => name);
    expect(Object.keys(expected).filter((name) => !names.includes(name))).toEqual([]);
  });

  it("hold nothing of the machine that has recorded them", () => {
    const texts = scenarios.map(({ name }) => JSON.stringify(recordedPlan(name))).join("\n");
    expect(texts).not.toMatch(/\/tmp\/|\/root\/|\/home\/|\/work\//);
  });

  test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))("%s", (name, scenario) => {
    const review = reviewScenario(scenario);
    const codes = [...new Set(review.findings.map(({ code }) => code))].sort();
    expect(codes).toEqual([...(expected[name] ?? [])].sort());
    expect(reportIn("text", review, { colour: false })).toMatchSnapshot("text");
    expect(reportIn("markdown", review, { colour: false })).toMatchSnapshot("Markdown");
  });

  it("hold what was changed outside Terraform", () => {
    for (const scenario of scenarios.filter(({ name }) => name.startsWith("drift-"))) {
      const { drift, findings } = reviewScenario(scenario);
      const told = drift.changes.length > 0 || findings.some(({ drifted }) => drifted);
      expect({ [scenario.name]: told }).toEqual({ [scenario.name]: true });
    }
  });

  it("produce every code, and each class", () => {
    const found = new Set(scenarios.flatMap((scenario) => reviewScenario(scenario).findings.map(({ code }) => code)));
    const codes = allReviewRules.map(({ code }) => code);
    expect(codes.filter((code) => !found.has(code))).toEqual([]);
    const classes = new Set(scenarios.map((scenario) => reviewScenario(scenario).class));
    expect([...classes].sort()).toEqual(["attention", "destructive", "none", "rebuild", "routine"]);
  });

  test.each(allReviewRules.map(({ code }) => code))(
    "do not produce %s where its neighbour changes the same",
    (code) => {
      const neighbour = scenarioNamed(neighbours[code] ?? "");
      expect(reviewScenario(neighbour).findings.map((finding) => finding.code)).not.toContain(code);
      const found = scenarios.flatMap((scenario) =>
        reviewScenario(scenario).findings.flatMap((finding) =>
          finding.code === code && finding.address !== undefined ? [typeOf(finding.address)] : [],
        ),
      );
      // Some are about the plan as a whole.
      if (found.length === 0) return;
      const changed = planOf(neighbour).changes.filter(({ action }) => action !== "none");
      expect(changed.map(({ type }) => type).filter((type) => found.includes(type))).not.toEqual([]);
    },
  );

  it("say of a component that two images use what happens to both, on one screen", () => {
    const text = reportIn("text", reviewScenario(scenarioNamed("component-edited")), { colour: false });
    expect(text.split("\n").length).toBeLessThanOrEqual(40);
    for (const part of [
      "base 1.0.0 → 1.0.1",
      "web 1.0.0 → 1.0.1",
      "because linux/shared 1.0.0 → 1.0.1 changed (1 line)",
      "its parent base is rebuilt",
      "- echo shared",
      "+             - echo shared and edited",
      "built while Terraform applies",
      "next run Sun 29 Nov 2026 06:00 Europe/Berlin, if there are updates",
    ])
      expect(text).toContain(part);
  });

  it("hide the secret of each", () => {
    for (const scenario of scenarios.filter(({ name }) => name.includes("secret")))
      for (const format of ["text", "markdown", "html", "json"] as const)
        expect(reportIn(format, reviewScenario(scenario), { colour: false })).not.toMatch(/correct-horse|ghp_q7Zk/);
  });
});

function scenarioNamed(name: string): Scenario {
  const scenario = scenarios.find((each) => each.name === name);
  if (scenario === undefined) throw new Error(`there is no scenario "${name}"`);
  return scenario;
}

/** `module.guard.aws_iam_role.build` has the type `aws_iam_role`. */
function typeOf(address: string): string {
  return /([a-z0-9_]+)\.[^.]+$/.exec(address)?.[1] ?? address;
}
