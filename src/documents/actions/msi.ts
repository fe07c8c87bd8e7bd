import type { Rule } from "../../problems/rule";
import { windowsBuildSteps } from "../examples";
import { quoted } from "../reading/describe";
import { flag, oneOf, reportWrongType, text } from "../reading/field-types";
import { checkFields, type FieldType, optional, required } from "../reading/fields";
import { type Action, windowsOnly } from "./action";

const page =
  "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-installmsi";
const install = "- name: Install\n  action: InstallMSI\n  inputs:\n    path: C:\\tool.msi\n";

const msiProperty: Rule = {
  code: "msi-property",
  severity: "warning",
  summary: "An MSI step sets a property that the action module sets itself.",
  source: page,
  fail: [windowsBuildSteps(`${install}    properties:\n      ▸REBOOT: ReallySuppress\n`)],
  pass: [windowsBuildSteps(`${install}    reboot: Skip\n`)],
};

const msiLogOptions: Rule = {
  code: "msi-log-options",
  severity: "warning",
  summary: "An MSI step uses a logging option that Windows Installer does not know.",
  source: page,
  fail: [windowsBuildSteps(`${install}    logOptions: ▸"*VZ"\n`)],
  pass: [windowsBuildSteps(`${install}    logOptions: "*VX"\n`)],
};

export const msiRules = [msiProperty, msiLogOptions];

const reserved = new Set(["REBOOT", "REINSTALLMODE", "REINSTALL"]);

const properties: FieldType = {
  expects: "a map of properties",
  check: (value, report) => {
    const { node, name } = value;
    if (node.kind !== "map") {
      reportWrongType(value, properties.expects, report);
      return;
    }
    const fields = Object.fromEntries(node.entries.map(({ key }) => [key, optional(text())]));
    checkFields(node, fields, value, report);
    for (const { key, keyNode } of node.entries) {
      if (!reserved.has(key.toUpperCase())) continue;
      report.add(
        msiProperty,
        keyNode,
        `${name} sets ${key}, which the module sets itself`,
        `remove it, or use "reboot"`,
      );
    }
  },
};

/** The page lists them in lower case and gives *VX as the default: case does not count. */
const logOptions: FieldType = text("options of msiexec /l", ({ value }, { name, at }, report) => {
  if (/^[iwearucmopvx+!*]*$/i.test(value)) return;
  report.add(
    msiLogOptions,
    at,
    `${name} is ${quoted(value)}, allowed: characters of "iwearucmopvx+!*"`,
    'write e.g. "*VX"',
  );
});

/** InstallMSI and UninstallMSI take the same inputs. */
export function msi(name: string): Action {
  return {
    name,
    platforms: windowsOnly,
    inputs: "map",
    fields: {
      path: required(text("a path, an s3:// or a web address")),
      reboot: optional(oneOf(["Allow", "Force", "Skip"])),
      logOptions: optional(logOptions),
      logFile: optional(text()),
      properties: optional(properties),
      ignoreAuthenticodeSignatureErrors: optional(flag),
      allowUnsignedInstaller: optional(flag),
    },
    outputs: ["logFile", "msiExitCode", "stdout"],
  };
}
