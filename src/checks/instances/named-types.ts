import type { CheckContext } from "../context/check-context";
import type { Report } from "../report";
import { nameFault, type TypeFault } from "./instance-type";
import { listedTypes } from "./settings-at";

/** Reports instance types of builds and launch templates whose name has this kind of fault. */
export function reportNames(of: TypeFault["of"], { environments, expectations }: CheckContext, report: Report): void {
  const types = [
    ...environments.flatMap((environment) =>
      listedTypes(environment).map(({ path, type }) => ({ source: environment.source, path, type })),
    ),
    ...expectations.map(({ consuming, consumed, path }) => ({
      source: consuming.source,
      path: [...path, "launchTemplate", "instanceType"],
      type: consumed.launchTemplate?.instanceType,
    })),
  ];
  for (const { source, path, type } of types) {
    const fault = type === undefined ? undefined : nameFault(type);
    if (fault?.of === of) report({ source, path }, fault.message, fault.fix);
  }
}
