import { by } from "../reading/field-rule";
import { flag, nodeOf, oneOf, text } from "../reading/field-types";
import { checkFields, optional, required } from "../reading/fields";
import { msiLogOptions } from "../rules/actions/msi-log-options";
import { type ActionModule, windowsOnly } from "./action";

const properties = nodeOf("map", "a map of properties", (node, owner, report) => {
  checkFields(node, Object.fromEntries(node.entries.map(({ key }) => [key, optional(text())])), owner, report);
});

/** InstallMSI and UninstallMSI, which take the same inputs. */
export const msi: ActionModule = {
  platforms: windowsOnly,
  inputs: "map",
  fields: {
    path: required(text("a path, an s3:// or a web address")),
    reboot: optional(oneOf(["Allow", "Force", "Skip"])),
    logOptions: optional(text("options of msiexec /l", by(msiLogOptions))),
    logFile: optional(text()),
    properties: optional(properties),
    ignoreAuthenticodeSignatureErrors: optional(flag),
    allowUnsignedInstaller: optional(flag),
  },
  outputs: ["logFile", "msiExitCode", "stdout"],
};
