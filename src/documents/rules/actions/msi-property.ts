import { valueOf } from "../../../problems/yaml-tree";
import type { DocumentRule } from "../../document-rule";
import { windowsBuildSteps } from "../../examples";
import { installMsi } from "./examples";

const page =
  "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-installmsi";

export const msiProperty: DocumentRule = {
  code: "msi-property",
  severity: "warning",
  summary: "An MSI step sets a property that the action module sets itself.",
  source: page,
  fail: [windowsBuildSteps(`${installMsi}    properties:\n      ▸REBOOT: ReallySuppress\n`)],
  pass: [windowsBuildSteps(`${installMsi}    reboot: Skip\n`)],
  eachStep: ({ action, inputs, name }, report) => {
    if (action === undefined || !/^(Uni|I)nstallMSI$/.test(action.name)) return;
    const properties = valueOf(inputs, "properties");
    for (const { key, keyNode } of properties?.kind === "map" ? properties.entries : []) {
      if (!setByTheModule.has(key.toUpperCase())) continue;
      const message = `"properties" of ${name} sets ${key}, which the module sets itself`;
      report(keyNode, message, `remove it, or use "reboot"`);
    }
  },
};

const setByTheModule = new Set(["REBOOT", "REINSTALLMODE", "REINSTALL"]);
