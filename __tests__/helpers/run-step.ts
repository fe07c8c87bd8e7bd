import { bashScript, readComponent, resolveReferences, stepOf } from "./component-document";
import { type FakeMachine, type ScriptRun } from "./fake-machine";

/** Runs one ExecuteBash step of a shipped component on `machine`. @param step such as `linux/update-os build UpdatePackages` */
export function runStep(machine: FakeMachine, step: string, values: Readonly<Record<string, string>> = {}): ScriptRun {
  const [component = "", phase = "", name = ""] = step.split(" ");
  const document = readComponent(component);
  return machine.run(resolveReferences(document, bashScript(stepOf(document, phase, name)), values));
}
