import { platforms } from "../component-document";
import { flag, text, texts, wholeNumber } from "../reading/field-types";
import { optional, required } from "../reading/fields";
import { outOfRange } from "../rules/fields/out-of-range";
import { type Action, linuxAndMac, linuxAndWindows, windowsOnly } from "./action";
import { executeDocument } from "./execute-document";
import { bucketOwner, encoding, flagOrText, owner, permissions, s3Location } from "./input-types";
import { msi } from "./msi";
import { setRegistry } from "./set-registry";
import { transfer } from "./transfer";
import { webDownload } from "./web-download";

/**
 * Every action module of AWSTOE: what it runs on, the inputs it takes, the outputs that later steps can read.
 * Those with rules of their own stand in files of their own.
 * Source: https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html
 */
const actionModules: readonly Action[] = [
  {
    name: "AppendFile",
    platforms,
    inputs: "list",
    fields: { path: required(text()), content: optional(text()), encoding: optional(encoding) },
    outputs: [],
  },
  {
    name: "Assert",
    platforms,
    inputs: "condition",
    fields: {},
    outputs: [],
  },
  transfer("CopyFile"),
  transfer("CopyFolder"),
  {
    name: "CreateFile",
    platforms,
    inputs: "list",
    fields: {
      path: required(text()),
      content: optional(text()),
      encoding: optional(encoding),
      owner: optional(owner),
      group: optional(owner),
      permissions: optional(permissions),
      overwrite: optional(flag),
    },
    notOnWindows: ["owner", "group", "permissions"],
    outputs: [],
  },
  {
    name: "CreateFolder",
    platforms,
    inputs: "list",
    fields: {
      path: required(text()),
      owner: optional(owner),
      group: optional(owner),
      permissions: optional(permissions),
      overwrite: optional(flag),
    },
    notOnWindows: ["owner", "group", "permissions"],
    outputs: [],
  },
  {
    name: "CreateSymlink",
    platforms: linuxAndMac,
    inputs: "list",
    fields: { path: required(text()), target: required(text()), force: optional(flag) },
    outputs: [],
  },
  {
    name: "DeleteFile",
    platforms,
    inputs: "list",
    fields: { path: required(text()) },
    outputs: [],
  },
  {
    name: "DeleteFolder",
    platforms,
    inputs: "list",
    fields: { path: required(text()), force: optional(flag) },
    outputs: [],
  },
  {
    name: "ExecuteBash",
    platforms: linuxAndMac,
    inputs: "map",
    fields: { commands: required(texts) },
    outputs: ["stdout"],
  },
  {
    name: "ExecuteBinary",
    platforms,
    inputs: "map",
    fields: { path: required(text()), arguments: optional(texts) },
    outputs: ["stdout"],
  },
  executeDocument,
  {
    name: "ExecutePowerShell",
    platforms: windowsOnly,
    inputs: "map",
    fields: { commands: optional(texts), file: optional(text("the path of a script")) },
    exactlyOne: ["commands", "file"],
    outputs: ["stdout"],
  },
  msi("InstallMSI"),
  {
    name: "ListFiles",
    platforms,
    inputs: "list",
    fields: { path: required(text()), fileNamePattern: optional(text()), recursive: optional(flag) },
    outputs: ["files"],
  },
  transfer("MoveFile"),
  transfer("MoveFolder"),
  {
    name: "ReadFile",
    platforms,
    inputs: "list",
    fields: { path: required(text()), encoding: optional(encoding), printFileContent: optional(flag) },
    outputs: ["content"],
  },
  {
    name: "Reboot",
    platforms: linuxAndWindows,
    inputs: "optional map",
    fields: {
      delaySeconds: optional(
        wholeNumber("a whole number of seconds, 0 or more", (seconds, { name, at }, report) => {
          if (seconds < 0) report.add(outOfRange, at, `${name} is ${seconds}, allowed: 0 or more`, "write 0 or more");
        }),
      ),
    },
    outputs: [],
  },
  {
    name: "S3Download",
    platforms,
    inputs: "list",
    fields: {
      source: required(s3Location),
      destination: required(text()),
      expectedBucketOwner: optional(bucketOwner),
      overwrite: optional(flag),
    },
    outputs: [],
  },
  {
    name: "S3Upload",
    platforms,
    inputs: "list",
    fields: {
      source: required(text()),
      destination: required(s3Location),
      recurse: optional(flagOrText),
      expectedBucketOwner: optional(bucketOwner),
    },
    outputs: [],
  },
  {
    name: "SetFileEncoding",
    platforms,
    inputs: "list",
    fields: { path: required(text()), encoding: optional(encoding) },
    outputs: [],
  },
  {
    name: "SetFileOwner",
    platforms: linuxAndMac,
    inputs: "list",
    fields: {
      path: required(text()),
      owner: required(owner),
      group: optional(owner),
    },
    outputs: [],
  },
  {
    name: "SetFilePermissions",
    platforms: linuxAndMac,
    inputs: "list",
    fields: { path: required(text()), permissions: required(permissions) },
    outputs: [],
  },
  {
    name: "SetFolderOwner",
    platforms: linuxAndMac,
    inputs: "list",
    fields: {
      path: required(text()),
      owner: required(owner),
      group: optional(owner),
      recursive: optional(flag),
    },
    outputs: [],
  },
  {
    name: "SetFolderPermissions",
    platforms: linuxAndMac,
    inputs: "list",
    fields: {
      path: required(text()),
      permissions: required(permissions),
      recursive: optional(flag),
    },
    outputs: [],
  },
  setRegistry,
  msi("UninstallMSI"),
  {
    name: "UpdateOS",
    platforms: linuxAndWindows,
    inputs: "optional map",
    fields: { include: optional(texts), exclude: optional(texts) },
    outputs: [],
  },
  webDownload,
];

/** The action modules by name; case counts. */
export const actions: ReadonlyMap<string, Action> = new Map(actionModules.map((action) => [action.name, action]));
