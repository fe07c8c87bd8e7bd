import { existsSync } from "node:fs";
import { join } from "node:path";

import { reportIn } from "../../src/cli/plans/report";
import { allReviewRules } from "../../src/review/judgement/all-review-rules";
import { recordedPlan, recordedPlans } from "../end-to-end/plans/recorded-plan";
import { scenarios } from "../end-to-end/plans/scenarios";
import { reviewScenario } from "./recorded-review";

/** What each recorded plan is found to hold; what is not named here holds nothing to care of. */
const expected: Readonly<Record<string, readonly string[]>> = {
  "image-removed": ["image-destroyed", "pipeline-destroyed", "resource-forgotten", "role-destroyed"],
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

/** No Terraform 1.11 with this provider makes such a plan. */
const withoutPlan = ["action-unknown", "change-deferred"];

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
    expect(reportIn("text", review, false)).toMatchSnapshot("text");
    expect(reportIn("markdown", review, false)).toMatchSnapshot("Markdown");
  });

  it("produce every code, and each class", () => {
    const found = new Set(scenarios.flatMap((scenario) => reviewScenario(scenario).findings.map(({ code }) => code)));
    const codes = allReviewRules.map(({ code }) => code).filter((code) => !withoutPlan.includes(code));
    expect(codes.filter((code) => !found.has(code))).toEqual([]);
    const classes = new Set(scenarios.map((scenario) => reviewScenario(scenario).class));
    expect([...classes].sort()).toEqual(["attention", "destructive", "none", "rebuild", "routine"]);
  });

  it("say of a component that two images use what happens to both, on one screen", () => {
    const scenario = scenarios.find(({ name }) => name === "component-edited");
    if (scenario === undefined) throw new Error("there is no such scenario");
    const text = reportIn("text", reviewScenario(scenario), false);
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
        expect(reportIn(format, reviewScenario(scenario), false)).not.toMatch(/correct-horse|ghp_q7Zk/);
  });
});
