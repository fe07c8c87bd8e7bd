import { compileProgram } from "./compile-program";
import { forkMoto } from "./moto/fork-moto";
import { makeThinMirror } from "./provider/thin-mirror";

/** Runs once before the end-to-end tests. */
export default async function prepare(): Promise<void> {
  compileProgram();
  await makeThinMirror();
  await forkMoto();
}
