import { writeOneOf } from "../../problems/suggest";
import type { ProjectRule } from "../project-rule";
import { withPolicy } from "./example";
import { policiesOf } from "./policies";

const selecting = (selection: string) => withPolicy(selection, "rules: [{ action: delete, keep: 5 }]");

export const lifecycleNotBuilt: ProjectRule = {
  code: "lifecycle-not-built",
  refusedBy: "project",
  unsilenceable: true,
  summary: "A lifecycle policy names an image or container that the environment does not build.",
  source: "API field CreateLifecyclePolicy.resourceSelection: recipes of the account and region",
  fail: [selecting("images: [▸bsae]"), selecting("containers: [▸web]")],
  pass: [selecting("images: [base]")],
  eachEnvironment(environment, report) {
    for (const { path, value } of policiesOf(environment))
      for (const key of ["images", "containers"] as const) {
        const built = Object.keys(environment.value[key]);
        value[key]?.forEach((name, index) => {
          if (built.includes(name)) return;
          const fix = built.length === 0 ? `add it to ${key} of this environment` : writeOneOf(name, built);
          report([...path, key, index], `this environment builds no ${key.slice(0, -1)} "${name}"`, fix);
        });
      }
  },
};
