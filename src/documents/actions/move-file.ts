import { transfer } from "./transfer";

export const moveFile = transfer("MoveFile");
