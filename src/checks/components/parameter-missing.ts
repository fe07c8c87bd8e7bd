import { withImage } from "../example";
import type { ProjectRule } from "../project-rule";
import { installDocument, installing } from "./example";

export const parameterMissing: ProjectRule = {
  code: "parameter-missing",
  refusedBy: "AWS",
  summary: "An image does not set a parameter that has no default in the component document.",
  source:
    "Image Builder User Guide, create an image recipe: a version of a recipe is not created where a parameter without a default is missing",
  fail: [{ "components/linux/install.yaml": installDocument(), ...withImage({ components: ["▸linux/install"] }) }],
  pass: [
    installing("{ Packages: jq }"),
    {
      ...installing("{}"),
      "components/linux/install.yaml": installDocument().replace("type: string", "type: string\n      default: jq"),
    },
  ],
  // All missing parameters of one use are reported at the same place.
  severalAtOnePlace: true,
  eachComponentUse({ reference, at, name, document }, report) {
    for (const parameter of document.parameters) {
      if (parameter.default !== undefined || Object.hasOwn(reference.parameters, parameter.name)) continue;
      const message = `"${name}" needs the parameter "${parameter.name}"`;
      report(at, message, `add parameters: { ${parameter.name}: … }`);
    }
  },
};
