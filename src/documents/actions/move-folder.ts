import { transfer } from "./transfer";

export const moveFolder = transfer("MoveFolder");
