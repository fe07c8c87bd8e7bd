import { platforms } from "../../aws/platform";
import { flag, text, texts, wholeNumber } from "../reading/field-types";
import { optional, required } from "../reading/fields";
import { outOfRange } from "../rules/fields/out-of-range";
import { type Action, type ActionModule, linuxAndMac, linuxAndWindows, windowsOnly } from "./action";
import { executeDocument } from "./execute-document";
import { bucketOwner, encoding, flagOrText, owner, permissions, s3Location } from "./input-types";
import { msi } from "./msi";
import { setRegistry } from "./set-registry";
import { webDownload } from "./web-download";

/** Inputs that CopyFile, CopyFolder, MoveFile and MoveFolder share. */
const transfer: ActionModule = {
  inputs: "list",
  fields: { source: required(text()), destination: required(text()), overwrite: optional(flag) },
};

/**
 * The action modules of AWSTOE by name: the platforms that they support, their inputs, and the outputs that later steps can read.
 * Modules with rules of their own are in separate files.
 * Source: https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html
 */
const actionModules: Readonly<Record<string, ActionModule>> = {
  AppendFile: {
    inputs: "list",
    fields: { path: required(text()), content: optional(text()), encoding: optional(encoding) },
  },
  Assert: { inputs: "condition", fields: {} },
  CopyFile: transfer,
  CopyFolder: transfer,
  CreateFile: {
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
  },
  CreateFolder: {
    inputs: "list",
    fields: {
      path: required(text()),
      owner: optional(owner),
      group: optional(owner),
      permissions: optional(permissions),
      overwrite: optional(flag),
    },
    notOnWindows: ["owner", "group", "permissions"],
  },
  CreateSymlink: {
    platforms: linuxAndMac,
    inputs: "list",
    fields: { path: required(text()), target: required(text()), force: optional(flag) },
  },
  DeleteFile: { inputs: "list", fields: { path: required(text()) } },
  DeleteFolder: { inputs: "list", fields: { path: required(text()), force: optional(flag) } },
  ExecuteBash: { platforms: linuxAndMac, inputs: "map", fields: { commands: required(texts) }, outputs: ["stdout"] },
  ExecuteBinary: { inputs: "map", fields: { path: required(text()), arguments: optional(texts) }, outputs: ["stdout"] },
  ExecuteDocument: executeDocument,
  ExecutePowerShell: {
    platforms: windowsOnly,
    inputs: "map",
    fields: { commands: optional(texts), file: optional(text("the path of a script")) },
    exactlyOne: ["commands", "file"],
    outputs: ["stdout"],
  },
  InstallMSI: msi,
  ListFiles: {
    inputs: "list",
    fields: { path: required(text()), fileNamePattern: optional(text()), recursive: optional(flag) },
    outputs: ["files"],
  },
  MoveFile: transfer,
  MoveFolder: transfer,
  ReadFile: {
    inputs: "list",
    fields: { path: required(text()), encoding: optional(encoding), printFileContent: optional(flag) },
    outputs: ["content"],
  },
  Reboot: {
    platforms: linuxAndWindows,
    inputs: "optional map",
    fields: {
      delaySeconds: optional(
        wholeNumber("a whole number of seconds, 0 or more", (seconds, { name, at }, report) => {
          if (seconds < 0) report.add(outOfRange, at, `${name} is ${seconds}, allowed: 0 or more`, "write 0 or more");
        }),
      ),
    },
  },
  S3Download: {
    inputs: "list",
    fields: {
      source: required(s3Location),
      destination: required(text()),
      expectedBucketOwner: optional(bucketOwner),
      overwrite: optional(flag),
    },
  },
  S3Upload: {
    inputs: "list",
    fields: {
      source: required(text()),
      destination: required(s3Location),
      recurse: optional(flagOrText),
      expectedBucketOwner: optional(bucketOwner),
    },
  },
  SetFileEncoding: { inputs: "list", fields: { path: required(text()), encoding: optional(encoding) } },
  SetFileOwner: {
    platforms: linuxAndMac,
    inputs: "list",
    fields: { path: required(text()), owner: required(owner), group: optional(owner) },
  },
  SetFilePermissions: {
    platforms: linuxAndMac,
    inputs: "list",
    fields: { path: required(text()), permissions: required(permissions) },
  },
  SetFolderOwner: {
    platforms: linuxAndMac,
    inputs: "list",
    fields: {
      path: required(text()),
      owner: required(owner),
      group: optional(owner),
      recursive: optional(flag),
    },
  },
  SetFolderPermissions: {
    platforms: linuxAndMac,
    inputs: "list",
    fields: { path: required(text()), permissions: required(permissions), recursive: optional(flag) },
  },
  SetRegistry: setRegistry,
  UninstallMSI: msi,
  UpdateOS: {
    platforms: linuxAndWindows,
    inputs: "optional map",
    fields: { include: optional(texts), exclude: optional(texts) },
  },
  WebDownload: webDownload,
};

/** The action modules of AWSTOE by name. Names are case-sensitive. */
export const actions: ReadonlyMap<string, Action> = new Map(
  Object.entries(actionModules).map(([name, module]) => [name, { name, platforms, outputs: [], ...module }]),
);
