import { transfer } from "./transfer";

export const copyFile = transfer("CopyFile");
