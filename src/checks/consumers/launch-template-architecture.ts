import { architectureOf, nameFault } from "../instances/instance-type";
import type { ProjectRule } from "../project-rule";
import { both, consumerWith, sharingWith } from "./example";

const setting = sharingWith('launchTemplates: [{ id: lt-0123456789abcdef0, account: "111122223333" }]');
const launching = (type: string) => consumerWith({ image: `base: { launchTemplate: { instanceType: ${type} } }` });

export const launchTemplateArchitecture: ProjectRule = {
  code: "launch-template-architecture",
  refusedBy: "build",
  summary: "A consumer creates a launch template with an instance type on which its image cannot start.",
  source: "EC2 User Guide, instance type naming: g after the generation stands for AWS Graviton, which is arm64",
  fail: [both(setting, launching("▸m7g.large"))],
  pass: [both(setting, launching("m7i.large"))],
  eachExpectation({ image, consumed, path }, report, { recipeOf }) {
    const type = consumed.launchTemplate?.instanceType;
    if (type === undefined || nameFault(type) !== undefined) return;
    const wanted = recipeOf("image", image)?.base?.architecture;
    const architecture = architectureOf(type);
    if (wanted === undefined || architecture === undefined || wanted === architecture) return;
    const message = `"${type}" is ${architecture}, but the image "${image}" is ${wanted}`;
    const fix = `write a type of ${wanted}, e.g. ${wanted === "arm64" ? "m7g.large" : "m6i.large"}`;
    report([...path, "launchTemplate", "instanceType"], message, fix);
  },
};
