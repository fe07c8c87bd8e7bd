import { transfer } from "./transfer";

export const copyFolder = transfer("CopyFolder");
