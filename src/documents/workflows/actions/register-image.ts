import { anything, flag, listOf, oneOf } from "../../reading/field-types";
import { optional } from "../../reading/fields";
import { word } from "../dynamic-fields";
import { anyType, type WorkflowAction } from "../workflow-action";

/** Registers an AMI of snapshots that are there. */
export const registerImage: WorkflowAction = {
  name: "RegisterImage",
  types: anyType,
  inputs: {
    architecture: optional(oneOf(["i386", "x86_64", "arm64", "x86_64_mac", "arm64_mac"])),
    blockDeviceMapping: optional(listOf(anything, "a list of devices")),
    bootMode: optional(oneOf(["legacy-bios", "uefi", "uefi-preferred"])),
    description: optional(word),
    enaSupport: optional(flag),
    imageLocation: optional(word),
    imdsSupport: optional(oneOf(["v2.0"])),
    includeSnapshotTags: optional(flag),
    kernelId: optional(word),
    ramdiskId: optional(word),
    rootDeviceName: optional(word),
    sriovNetSupport: optional(word),
    tpmSupport: optional(oneOf(["v2.0"])),
    uefiData: optional(word),
    virtualizationType: optional(oneOf(["hvm", "paravirtual"])),
  },
  outputs: ["imageId"],
  defaultTimeout: 32400,
  maxTimeout: 43200,
};
